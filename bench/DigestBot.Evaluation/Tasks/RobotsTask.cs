using System.Text.Json;
using DigestBot.Ingest.Robots;

namespace DigestBot.Evaluation.Tasks;

/// <summary>Whether a robots.txt lets a robot ask for an address. Items have no id; their order tells them apart.</summary>
internal sealed class RobotsTask : IEvaluationTask
{
    public string Name => "robots";

    public Func<Action<Utf8JsonWriter>> Prepare(JsonElement item, PredictSettings settings)
    {
        string robots = item.Scalar("robots") ?? string.Empty;
        string agent = item.Scalar("agent") ?? string.Empty;
        string url = item.Scalar("url") ?? string.Empty;
        return () =>
        {
            bool isAllowed = RobotsTxt.Parse(robots).IsAllowed(agent, url);
            return writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("allowed", isAllowed);
                writer.WriteEndObject();
            };
        };
    }

    public IScorer CreateScorer() => new RobotsScorer();
}
