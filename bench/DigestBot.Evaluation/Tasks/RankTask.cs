using System.Text.Json;
using DigestBot.Summaries;

namespace DigestBot.Evaluation.Tasks;

/// <summary>Scores for the sentences under a question, and whether any of them answers it.</summary>
internal sealed class RankTask : IEvaluationTask
{
    public string Name => "rank";

    public Func<Action<Utf8JsonWriter>> Prepare(JsonElement item, PredictSettings settings)
    {
        RankOptions options = settings.Ranking;
        JsonElement id = item.Required("id");
        string question = item.RequiredText("question");
        string[] sentences = [.. item.Required("sentences").EnumerateArray().Select(sentence => sentence.GetString() ?? string.Empty)];
        return () =>
        {
            IReadOnlyList<RankedPassage> ranked = PassageRanker.Rank(question, sentences, options: options);
            double answerable = PassageRanker.Answerable(question, sentences, options: options);
            return writer => Write(writer, id, ranked, answerable);
        };
    }

    public IScorer CreateScorer() => new RankScorer();

    private static void Write(Utf8JsonWriter writer, JsonElement id, IReadOnlyList<RankedPassage> ranked, double answerable)
    {
        writer.WriteStartObject();
        writer.WriteMember("id", id);
        writer.WriteStartArray("scores");
        foreach (RankedPassage passage in ranked.OrderBy(passage => passage.Index))
        {
            writer.WriteNumberValue(passage.Score);
        }

        writer.WriteEndArray();
        writer.WriteNumber("answerable", answerable);
        writer.WriteEndObject();
    }
}
