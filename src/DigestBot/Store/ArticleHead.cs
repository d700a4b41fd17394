using DigestBot.Summaries;

namespace DigestBot.Store;

/// <summary>What ranking needs of an article before its text is read.</summary>
/// <param name="Id">Begins with the effective date.</param>
/// <param name="SourceId">Its source.</param>
/// <param name="Site">The number of the site that all articles of its source are on; null or 0 where that is not one.</param>
/// <param name="StoryId">The stored story; null or 0 when it is in none.</param>
/// <param name="Vector">Its terms with their counts, as stored; empty where they were not read.</param>
internal sealed record ArticleHead(long Id, long SourceId, long? Site, long? StoryId, byte[] Vector)
{
    private TermVector? _terms;

    /// <summary>A number that it shares with the articles of its publisher: those of one site, or else of one source.</summary>
    public long Publisher => PublisherOf(SourceId, Site);

    public bool HasTerms => Vector.Length > 0;

    /// <summary>The vector, parsed when it is first asked for: many heads are grouped and dropped without it.</summary>
    public TermVector Terms => _terms ??= TermVector.FromBytes(Vector);

    public static long PublisherOf(long sourceId, long? site) => site is { } number and not 0 ? number : sourceId;
}
