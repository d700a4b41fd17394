using System.Text.Json;
using DigestBot.Summaries;

namespace DigestBot.Evaluation.Tasks;

/// <summary>Whole sentences of one or several documents within a budget of sentences or words.</summary>
internal sealed class SummarizeTask : IEvaluationTask
{
    public string Name => "summarize";

    public Func<Action<Utf8JsonWriter>> Prepare(JsonElement item, PredictSettings settings)
    {
        string id = item.GetProperty("id").GetString()!;
        SourceText[] sources = [.. item.GetProperty("documents").EnumerateArray().Select(Source)];
        var options = new SummaryOptions
        {
            MaxSentences = item.TryGetProperty("sentences", out JsonElement sentences) ? sentences.GetInt32() : null,
            MaxWords = item.TryGetProperty("words", out JsonElement words) ? words.GetInt32() : null,
            Query = item.TryGetProperty("query", out JsonElement query) ? query.GetString() : null,
        };
        Func<IReadOnlyList<Quote>> summarize = settings.System switch
        {
            PredictSettings.Bot => () => ExtractiveSummarizer.Summarize(sources, options),
            "lead" => () => LeadSummarizer.Summarize(sources, options),
            _ => throw new EvaluationException($"The task summarize has no system '{settings.System}'; there are bot and lead.", 2),
        };

        return () =>
        {
            IReadOnlyList<Quote> quotes = summarize();
            return writer => Write(writer, id, quotes);
        };
    }

    public IScorer CreateScorer() => new SummarizeScorer();

    private static SourceText Source(JsonElement document) =>
        new(document.GetProperty("id").GetString()!, document.GetProperty("text").GetString()!)
        {
            Title = document.TryGetProperty("title", out JsonElement title) ? title.GetString() : null,
            Published = document.TryGetProperty("published", out JsonElement published) && published.ValueKind == JsonValueKind.String
                && published.TryGetDateTimeOffset(out DateTimeOffset instant) ? instant : null,
        };

    private static void Write(Utf8JsonWriter writer, string id, IReadOnlyList<Quote> quotes)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteStartArray("quotes");
        foreach (Quote quote in quotes)
        {
            writer.WriteStartObject();
            writer.WriteString("document", quote.SourceId);
            writer.WriteNumber("start", quote.Start);
            writer.WriteNumber("length", quote.Length);
            writer.WriteString("text", quote.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
