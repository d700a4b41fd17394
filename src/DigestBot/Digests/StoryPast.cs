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

    /// <summary>By article, how many words of it may be quoted, where that is limited.</summary>
    public IReadOnlyDictionary<string, int> Limits { get; init; } = new Dictionary<string, int>();

    public static StoryPast Of(IEnumerable<long> articles, QuotedStory story, DateTimeOffset to)
    {
        HashSet<long> all = [.. articles];
        return new((to.UtcDateTime.Date - ArticleId.Effective(all.Min()).UtcDateTime.Date).Days + 1, all, story.Spare) { Limits = story.Limits };
    }

    /// <summary>How many words of the quote's article may be quoted; null for any number.</summary>
    public int? MostQuoted(Citation quote) => Limits.TryGetValue(quote.Article.Id, out int most) ? most : null;
}
