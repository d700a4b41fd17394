using System.Runtime.InteropServices;
using DigestBot.Summaries;

namespace DigestBot.Stories;

/// <summary>
/// The stories of some days, in memory: single-pass grouping of articles in the order of their dates, by cosine of tf-idf
/// terms to the story's centroid with decay over time (Allan, Papka and Lavrenko, "On-line new event detection", 1998).
/// </summary>
/// <remarks>Not safe for concurrent use. Memory is bounded by <see cref="MaxArticles"/>.</remarks>
internal sealed class StoryWindow
{
    /// <summary>A story that nobody reported for so long is over.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromDays(3);

    /// <summary>The oldest go when more are in the window.</summary>
    public const int MaxArticles = 60_000;

    // Chosen on ECB+ and the dated AllSides stream, see bench/results.
    private const double Threshold = 0.26;
    private const double DecayPerDay = 0.1;

    private readonly TermStatistics _statistics = new();
    private readonly StoryIndex _index = new();
    private readonly Dictionary<long, StoryProfile> _stories = [];
    private readonly Queue<Member> _members = new();

    /// <summary>Adds an article whose story is known.</summary>
    public void Add(long storyId, DateTimeOffset effective, TermVector vector)
    {
        Evict(effective - Span);
        _statistics.Add(vector);
        Join(storyId, effective, vector, _statistics.Strongest(vector));
    }

    /// <summary>Adds an article to the story that it belongs to, or to a new one with the article's own id; returns the story.</summary>
    public long Place(long articleId, DateTimeOffset effective, TermVector vector)
    {
        Evict(effective - Span);
        _statistics.Add(vector);
        StoryTerms terms = _statistics.Strongest(vector);
        long storyId = Nearest(terms, effective)?.Id ?? articleId;
        Join(storyId, effective, vector, terms);
        return storyId;
    }

    private StoryProfile? Nearest(StoryTerms terms, DateTimeOffset effective)
    {
        StoryProfile? nearest = null;
        double best = Threshold;
        foreach (StoryProfile story in _index.Candidates(terms))
        {
            double similarity = story.Similarity(terms) * Decay(story, effective);
            if (similarity > best)
            {
                (nearest, best) = (story, similarity);
            }
        }

        return nearest;
    }

    private static double Decay(StoryProfile story, DateTimeOffset effective)
    {
        TimeSpan gap = effective > story.Last ? effective - story.Last : effective < story.First ? story.First - effective : TimeSpan.Zero;
        return gap > Span ? 0 : 1 / (1 + (DecayPerDay * gap.TotalDays));
    }

    private void Join(long storyId, DateTimeOffset effective, TermVector vector, StoryTerms terms)
    {
        ref StoryProfile? story = ref CollectionsMarshal.GetValueRefOrAddDefault(_stories, storyId, out _);
        story ??= new StoryProfile(storyId);
        _index.Add(story, terms);
        story.Add(terms, effective);
        _members.Enqueue(new Member(story, effective, vector, terms));
    }

    private void Evict(DateTimeOffset before)
    {
        while (_members.TryPeek(out Member? oldest) && (oldest.Effective < before || _members.Count >= MaxArticles))
        {
            _members.Dequeue();
            _statistics.Remove(oldest.Vector);
            oldest.Story.Remove(oldest.Terms);
            if (oldest.Story.Articles == 0)
            {
                _index.Remove(oldest.Story);
                _stories.Remove(oldest.Story.Id);
            }
        }
    }

    private sealed record Member(StoryProfile Story, DateTimeOffset Effective, TermVector Vector, StoryTerms Terms);
}
