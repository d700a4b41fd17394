using System.Text.Json;
using DigestBot.Ingest.Reading;
using DigestBot.Stories;
using DigestBot.Summaries;

namespace DigestBot.Evaluation.Tasks;

/// <summary>A stream of articles, each given the story that the bot's own window places it in.</summary>
internal sealed class StoryTask : IEvaluationTask
{
    private readonly StoryWindow _window = new();
    private long _place;

    public string Name => "story";

    /// <summary>An article's story depends on those before it.</summary>
    public bool InOrder => true;

    public Func<Action<Utf8JsonWriter>> Prepare(JsonElement item, PredictSettings settings)
    {
        string title = item.Text("title") ?? "";
        string text = item.Text("text") ?? "";
        DateTimeOffset? published = FeedDates.Parse(item.Text("published"));
        return () =>
        {
            _place++;
            DateTimeOffset effective = published ?? DateTimeOffset.UnixEpoch.AddSeconds(_place);
            long story = _window.Place(_place, effective, TextAnalyzer.Vector(title, text));
            return writer => Write(writer, item.Member("id"), story);
        };
    }

    public IScorer CreateScorer() => new StoryScorer();

    private static void Write(Utf8JsonWriter writer, JsonElement? id, long story)
    {
        writer.WriteStartObject();
        writer.WriteMember("id", id);
        writer.WriteString("story", $"{story}");
        writer.WriteEndObject();
    }
}
