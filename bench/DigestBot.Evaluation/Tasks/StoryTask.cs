using System.Text.Json;
using DigestBot.Ingest.Reading;
using DigestBot.Store;
using DigestBot.Stories;
using DigestBot.Summaries;

namespace DigestBot.Evaluation.Tasks;

/// <summary>A stream of articles, each given the story that the bot's own window has it in at the end.</summary>
internal sealed class StoryTask : IEvaluationTask
{
    private readonly StoryWindow _window = new();
    private readonly Dictionary<string, long> _publishers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, long> _stories = [];
    private long _place;

    public string Name => "story";

    /// <summary>An article's story depends on those before it, and on those that come soon after.</summary>
    public bool InOrder => true;

    public Func<Action<Utf8JsonWriter>> Prepare(JsonElement item, PredictSettings settings)
    {
        string title = item.Text("title") ?? "";
        string text = item.Text("text") ?? "";
        DateTimeOffset? published = FeedDates.Parse(item.Text("published"));
        long publisher = PublisherOf(item.Text("source"));
        return () =>
        {
            long place = ++_place;
            _window.Place(new StoryArticle(place, published, publisher, TextAnalyzer.Vector(title, text)));
            return writer => Write(writer, item.Member("id"), _stories[place]);
        };
    }

    public void Complete()
    {
        _window.Review();
        foreach (StoryMember member in _window.TakeChanges())
        {
            _stories[member.ArticleId] = member.StoryId;
        }
    }

    public IScorer CreateScorer() => new StoryScorer();

    private long PublisherOf(string? source)
    {
        if (string.IsNullOrWhiteSpace(source))
        {
            return 0;
        }

        _publishers.TryAdd(source, _publishers.Count + 1);
        return _publishers[source];
    }

    private static void Write(Utf8JsonWriter writer, JsonElement? id, long story)
    {
        writer.WriteStartObject();
        writer.WriteMember("id", id);
        writer.WriteString("story", $"{story}");
        writer.WriteEndObject();
    }
}
