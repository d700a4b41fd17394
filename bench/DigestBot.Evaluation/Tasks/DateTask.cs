using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Ingest.Reading;

namespace DigestBot.Evaluation.Tasks;

/// <summary>Task "date": date strings as feeds carry them, against seconds since 1970.</summary>
internal static class DateTask
{
    /// <summary>Reads every date of a file and writes one prediction each; returns the line for standard error.</summary>
    public static string Predict(string inPath, string outPath)
    {
        DateCase[] cases = [.. JsonLinesFile.Read<DateCase>(inPath)];
        foreach (DateCase item in cases.Take(1 + (cases.Length / 100)))
        {
            FeedDates.Parse(item.Input);
        }

        long start = Stopwatch.GetTimestamp();
        DateTimeOffset?[] dates = [.. cases.Select(item => FeedDates.Parse(item.Input))];
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        JsonLinesFile.Write(outPath, cases.Zip(dates, (item, date) => new DatePrediction(item.Input, date?.ToUnixTimeSeconds())));
        return TaskSpeed.Describe(cases.Length, elapsed);
    }

    /// <summary>Share of exact answers: the same second, null for null, anything but null for "any".</summary>
    public static IReadOnlyDictionary<string, double> Score(string goldPath, string predictionPath)
    {
        DateCase[] gold = [.. JsonLinesFile.Read<DateCase>(goldPath)];
        DatePrediction[] predictions = [.. JsonLinesFile.Read<DatePrediction>(predictionPath)];
        int right = gold.Zip(predictions).Count(pair => pair.First.Input == pair.Second.Input && IsRight(pair.First.Epoch, pair.Second.Epoch));
        return new Dictionary<string, double>
        {
            ["exact"] = gold.Length == 0 ? 0 : (double)right / gold.Length,
            ["right"] = right,
            ["items"] = gold.Length,
        };
    }

    private static bool IsRight(JsonElement gold, long? epoch) => gold.ValueKind switch
    {
        JsonValueKind.Number => epoch == (long)Math.Floor(gold.GetDouble()),
        JsonValueKind.String => epoch is not null,
        _ => epoch is null,
    };

    private sealed record DateCase(string Input, JsonElement Epoch);

    private sealed record DatePrediction(string Input, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? Epoch);
}
