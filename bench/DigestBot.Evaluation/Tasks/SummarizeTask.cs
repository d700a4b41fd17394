using System.Text.Json;
using DigestBot.Ingest.Reading;
using DigestBot.Summaries;

namespace DigestBot.Evaluation.Tasks;

/// <summary>Whole sentences of one or several documents within a budget of sentences or words.</summary>
internal sealed class SummarizeTask : IEvaluationTask
{
    public string Name => "summarize";

    public Func<Action<Utf8JsonWriter>> Prepare(JsonElement item, PredictSettings settings)
    {
        JsonElement id = item.Required("id");
        SourceText[] sources = [.. item.Required("documents").EnumerateArray().Select(Source)];
        SummaryOptions options = Options(item);
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

    private static SummaryOptions Options(JsonElement item)
    {
        int? sentences = Budget(item, "sentences"), words = Budget(item, "words");
        return sentences is not null || words is not null
            ? new SummaryOptions { MaxSentences = sentences, MaxWords = sentences is null ? words : null, Query = item.Text("query") }
            : throw new EvaluationException($"The item '{item.Scalar("id")}' has room for neither \"sentences\" nor \"words\".");
    }

    private static int? Budget(JsonElement item, string name) => item.Whole(name) is > 0 and var room ? (int)Math.Min(room, int.MaxValue) : null;

    private static SourceText Source(JsonElement document) =>
        new(document.Scalar("id") ?? string.Empty, document.RequiredText("text"))
        {
            Title = document.Text("title"),
            Published = FeedDates.Parse(document.Scalar("published")),
        };

    private static void Write(Utf8JsonWriter writer, JsonElement id, IReadOnlyList<Quote> quotes)
    {
        writer.WriteStartObject();
        writer.WriteMember("id", id);
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
