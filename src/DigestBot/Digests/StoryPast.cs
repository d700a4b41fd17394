using DigestBot.News;

namespace DigestBot.Digests;

/// <summary>How a story stood when it was composed.</summary>
/// <param name="Day">In UTC; 1 is that of the first article that is known and may be seen.</param>
/// <param name="Articles">Ids of its articles, also from before the window.</param>
/// <param name="Spare">Further sentences for a channel that knows the others, the best first.</param>
/// <param name="Came">When the articles came in that it is told by.</param>
internal sealed record StoryPast(
    int Day, IReadOnlySet<long> Articles, IReadOnlyList<Citation> Spare, IReadOnlyDictionary<long, DateTimeOffset> Came)
{
    // An article may be written down some time after it came in.
    private static readonly TimeSpan Writing = TimeSpan.FromMinutes(1);

    /// <summary>By article, how many words of it may be quoted, where that is limited.</summary>
    public IReadOnlyDictionary<string, int> Limits { get; init; } = new Dictionary<string, int>();

    /// <summary>Whether a digest of an instant can have been composed without an article, however old that says it is.</summary>
    public static bool CameAfter(DateTimeOffset digest, long article, IReadOnlyDictionary<long, DateTimeOffset> came) =>
        came.TryGetValue(article, out DateTimeOffset seen) && seen + Writing > digest;

    public static StoryPast Of(
        IEnumerable<long> articles, QuotedStory story, IReadOnlyDictionary<long, DateTimeOffset> came, DateTimeOffset to)
    {
        HashSet<long> all = [.. articles];
        return new((to.UtcDateTime.Date - ArticleId.Effective(all.Min()).UtcDateTime.Date).Days + 1, all, story.Spare, came) { Limits = story.Limits };
    }

    /// <summary>How many words of the quote's article may be quoted; null for any number.</summary>
    public int? MostQuoted(Citation quote) => Limits.TryGetValue(quote.Article.Id, out int most) ? most : null;
}
