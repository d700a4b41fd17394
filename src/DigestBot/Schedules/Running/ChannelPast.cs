using DigestBot.Digests;

namespace DigestBot.Schedules.Running;

/// <summary>Which stories a channel was shown something of, and what, as far as that is still kept.</summary>
/// <param name="articles">Those that it was shown sentences of.</param>
/// <param name="stories">What its digests told of them.</param>
/// <param name="others">Articles of stories that it knows all the same.</param>
internal sealed class ChannelPast(IEnumerable<long> articles, IEnumerable<ToldStory> stories, IEnumerable<long>? others = null)
{
    private readonly HashSet<long> _articles = [.. articles];
    private readonly HashSet<long> _others = [.. others ?? []];
    private readonly List<ToldStory> _stories = [.. stories];

    /// <param name="story">Ids of its articles, as they are now: stories merge, and articles move.</param>
    public bool Knows(IReadOnlySet<long> story) => _articles.Overlaps(story) || _others.Overlaps(story);

    /// <summary>Whether it was shown something of an article.</summary>
    public bool WasShown(long article) => _articles.Contains(article);

    /// <summary>The sentences that told this story.</summary>
    public IReadOnlyList<SentenceContent> Told(IReadOnlySet<long> story) =>
        [.. _stories.Where(told => told.Articles.Any(story.Contains)).SelectMany(told => told.Sentences)];

    /// <summary>When it was told of this story last, by a digest that could have told what one of this topic can.</summary>
    /// <returns>The beginning of time where that was never, or is not kept.</returns>
    public DateTimeOffset LastTold(IReadOnlySet<long> story, string? topic) => _stories
        .Where(told => told.Topic is null || string.Equals(told.Topic, topic, StringComparison.OrdinalIgnoreCase))
        .Where(told => told.Articles.Any(story.Contains))
        .Select(told => told.At)
        .DefaultIfEmpty(DateTimeOffset.MinValue)
        .Max();

    public void Add(EditionCopy copy)
    {
        _articles.UnionWith(copy.Told.SelectMany(story => story.Articles));
        _stories.AddRange(copy.Told);
    }
}
