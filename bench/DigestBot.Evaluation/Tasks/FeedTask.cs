using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Ingest.Reading;

namespace DigestBot.Evaluation.Tasks;

/// <summary>Task "feed": what the feed reader makes of stored feeds, against a reference reading of the same feeds.</summary>
internal static class FeedTask
{
    /// <summary>Reads every feed of a file and writes one prediction each; returns the line for standard error.</summary>
    public static string Predict(string inPath, string outPath)
    {
        var watch = new Stopwatch();
        FeedCase[] cases = [.. JsonLinesFile.Read<FeedCase>(inPath)];
        var inputs = cases.Select(item => (item, bytes: File.ReadAllBytes(JsonLinesFile.Resolve(inPath, item.Path)))).ToList();
        foreach (var (item, bytes) in inputs.Take(1 + (inputs.Count / 100)))
        {
            Read(item, bytes);
        }

        var predictions = new List<FeedPrediction>();
        foreach (var (item, bytes) in inputs)
        {
            watch.Start();
            Feed feed = Read(item, bytes);
            watch.Stop();
            predictions.Add(FeedPrediction.From(item.Id, feed));
        }

        JsonLinesFile.Write(outPath, predictions);
        return TaskSpeed.Describe(cases.Length, watch.Elapsed);
    }

    /// <summary>Agreement per field over the items of all feeds, matched by their order.</summary>
    public static IReadOnlyDictionary<string, double> Score(string goldPath, string predictionPath)
    {
        var predictions = JsonLinesFile.Read<FeedPrediction>(predictionPath).ToDictionary(feed => feed.Id);
        var agreement = new FeedAgreement();
        foreach (FeedPrediction gold in JsonLinesFile.Read<FeedPrediction>(goldPath))
        {
            agreement.Add(gold, predictions.GetValueOrDefault(gold.Id));
        }

        return agreement.Figures;
    }

    private static Feed Read(FeedCase item, byte[] bytes)
    {
        string? contentType = item.Headers?.FirstOrDefault(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value;
        string? location = item.Headers?.FirstOrDefault(header => header.Key.Equals("Content-Location", StringComparison.OrdinalIgnoreCase)).Value;
        return FeedReader.Read(bytes, contentType, Uri.TryCreate(location, UriKind.Absolute, out Uri? address) ? address : null);
    }

    private sealed record FeedCase(string Id, string Path, Dictionary<string, string>? Headers);
}

/// <summary>One feed as the task writes it.</summary>
internal sealed record FeedPrediction(
    string Id, string? Title, string? Link, IReadOnlyList<FeedPredictionItem> Items, IReadOnlyList<string>? Problems)
{
    public static FeedPrediction From(string id, Feed feed) => new(
        id,
        feed.Title,
        feed.Link?.OriginalString,
        [.. feed.Items.Select(item => new FeedPredictionItem(
            item.Id,
            item.Title,
            item.Link?.OriginalString,
            (item.Published ?? item.Updated)?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            item.Summary ?? item.Content))],
        feed.Problems);
}

/// <summary>One entry of a feed as the task writes it; the date is ISO 8601 in UTC.</summary>
internal sealed record FeedPredictionItem(
    string? Id, string? Title, string? Link, [property: JsonConverter(typeof(DateOrEpochConverter))] string? Published, string? Summary);

/// <summary>Lets a reference give its dates as seconds since 1970.</summary>
internal sealed class DateOrEpochConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number
            ? DateTimeOffset.FromUnixTimeSeconds((long)reader.GetDouble()).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
            : reader.GetString();

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
