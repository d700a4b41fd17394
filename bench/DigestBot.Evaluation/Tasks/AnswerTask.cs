using System.Text.Json;
using DigestBot.Summaries;

namespace DigestBot.Evaluation.Tasks;

/// <summary>The best sentence of a text for a question, and whether the bot would dare to answer with it.</summary>
internal sealed class AnswerTask : IEvaluationTask
{
    public string Name => "answer";

    public Func<Action<Utf8JsonWriter>> Prepare(JsonElement item, PredictSettings settings)
    {
        RankOptions options = settings.Ranking;
        JsonElement id = item.Required("id");
        string question = item.RequiredText("question");
        string text = item.RequiredText("text");
        return () =>
        {
            IReadOnlyList<TextSpan> spans = SentenceSplitter.Split(text);
            string[] sentences = [.. spans.Select(span => span.Of(text))];
            RankedPassage? best = PassageRanker.Rank(question, sentences, options: options) is [var first, ..] ? first : null;
            double confidence = PassageRanker.Answerable(question, sentences, options: options);
            return writer => Write(writer, id, confidence, best is null ? null : spans[best.Index], text);
        };
    }

    public IScorer CreateScorer() => new AnswerScorer();

    private static void Write(Utf8JsonWriter writer, JsonElement id, double confidence, TextSpan? span, string text)
    {
        writer.WriteStartObject();
        writer.WriteMember("id", id);
        writer.WriteBoolean("answered", span is not null && confidence >= PassageRanker.AnswerThreshold);
        writer.WriteNumber("confidence", confidence);
        if (span is { } quote)
        {
            writer.WriteStartObject("quote");
            writer.WriteNumber("start", quote.Start);
            writer.WriteNumber("length", quote.Length);
            writer.WriteString("text", quote.Of(text));
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("quote");
        }

        writer.WriteEndObject();
    }
}
