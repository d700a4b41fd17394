namespace DigestBot.Store;

/// <summary>Where an article stands in the index: its scope tokens, and the scope in which its terms are counted.</summary>
/// <remarks>
/// Terms of sources that are not shared are counted apart, so that one space's articles never change the weights,
/// and so the results, of another's.
/// </remarks>
internal readonly record struct IndexScope(long SourceId, bool Shared)
{
    public const long SharedFrequencies = 0;

    public IEnumerable<string> Tokens => Shared ? [] : [ScopeToken.Source(SourceId), ScopeToken.Private];

    public long Frequencies => Shared ? SharedFrequencies : SourceId;
}
