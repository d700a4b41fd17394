using System.Text.Json;
using DigestBot.Summaries;

namespace DigestBot.Evaluation.Tasks;

/// <summary>A question of a conversation as the bot would search for it.</summary>
internal sealed class FollowUpTask : IEvaluationTask
{
    public string Name => "followup";

    public Func<Action<Utf8JsonWriter>> Prepare(JsonElement item, PredictSettings settings)
    {
        Func<string, QuestionContext, string> way = settings.System switch
        {
            PredictSettings.Bot => (question, context) => FollowUp.SelfContained(question, context),
            PredictSettings.Untrained => (question, context) => FollowUp.SelfContained(question, context, useTrainedModel: false),
            "title" => (question, context) => $"{question} ({context.Title})",
            _ => throw new EvaluationException($"The task followup has no system '{settings.System}'; there are bot, untrained and title.", 2),
        };
        JsonElement id = item.Required("id");
        string question = item.RequiredText("question");
        QuestionContext context = Context(item);
        return () =>
        {
            string query = way(question, context);
            return writer =>
            {
                writer.WriteStartObject();
                writer.WriteMember("id", id);
                writer.WriteString("query", query);
                writer.WriteEndObject();
            };
        };
    }

    public IScorer CreateScorer() => new FollowUpScorer();

    /// <summary>Title, section, and then questions and answers in turn.</summary>
    public static QuestionContext Context(JsonElement item)
    {
        string[] history = item.Texts("history");
        return new QuestionContext
        {
            Title = history.ElementAtOrDefault(0),
            Section = history.ElementAtOrDefault(1),
            Turns = [.. history.Skip(2).Chunk(2).Select(turn => new QuestionTurn(turn[0], turn.ElementAtOrDefault(1) ?? ""))],
        };
    }
}
