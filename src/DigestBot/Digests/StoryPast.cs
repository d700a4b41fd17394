using DigestBot.News;

namespace DigestBot.Digests;

/// <summary>How a story stood when it was composed.</summary>
/// <param name="Day">In UTC; 1 is that of the first article that is known and may be seen.</param>
/// <param name="Articles">Ids of its articles, also from before the window.</param>
/// <param name="Spare">Further sentences for a channel that knows the others, the best first.</param>
internal sealed record StoryPast(int Day, IReadOnlySet<long> Articles, IReadOnlyList<Citation> Spare)
{
    /// <summary>True where all its sentences are of new articles: one that a channel was shown something of is not new to it.</summary>
    public bool TellsArticlesOnce { get; init; }

    public static StoryPast Of(IEnumerable<long> articles, IReadOnlyList<Citation> spare, DateTimeOffset to)
    {
        HashSet<long> all = [.. articles];
        return new((to.UtcDateTime.Date - ArticleId.Effective(all.Min()).UtcDateTime.Date).Days + 1, all, spare);
    }
}
