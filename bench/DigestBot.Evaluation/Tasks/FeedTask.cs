using System.Text.Json;
using DigestBot.Ingest.Reading;

namespace DigestBot.Evaluation.Tasks;

/// <summary>What the feed reader makes of stored feeds and the headers that they came with.</summary>
internal sealed class FeedTask : IEvaluationTask
{
    public string Name => "feed";

    public Func<Action<Utf8JsonWriter>> Prepare(JsonElement item, PredictSettings settings)
    {
        JsonElement id = item.Required("id");
        string? contentType = Header(item, "Content-Type");
        Uri? address = WebAddress.Resolve(null, Header(item, "Content-Location"));
        byte[] bytes = InputFile.Of(item, settings);
        return () =>
        {
            Feed feed = FeedReader.Read(bytes, contentType, address);
            return writer => Write(writer, id, feed);
        };
    }

    public IScorer CreateScorer() => new FeedScorer();

    private static string? Header(JsonElement item, string name) =>
        item.Member("headers") is { ValueKind: JsonValueKind.Object } headers
            ? headers.EnumerateObject()
                .Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                .Select(header => headers.Text(header.Name))
                .FirstOrDefault()
            : null;

    private static void Write(Utf8JsonWriter writer, JsonElement id, Feed feed)
    {
        writer.WriteStartObject();
        writer.WriteMember("id", id);
        writer.WriteString("title", feed.Title);
        writer.WriteString("link", feed.Link?.OriginalString);
        writer.WriteStartArray("items");
        foreach (FeedItem item in feed.Items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("problems");
        foreach (string problem in feed.Problems)
        {
            writer.WriteStringValue(problem);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, FeedItem item)
    {
        writer.WriteStartObject();
        writer.WriteString("id", item.Id);
        writer.WriteString("title", item.Title);
        writer.WriteString("link", item.Link?.OriginalString);
        writer.WriteInstant("published", item.Published ?? item.Updated);
        writer.WriteString("summary", item.Summary ?? item.Content);
        writer.WriteEndObject();
    }
}
