namespace DigestBot.Store;

/// <summary>By how much the number of articles that hold a term changes in one scope.</summary>
/// <param name="AnalyzerVersion">Which analyzer found the term.</param>
/// <param name="Scope">See <see cref="IndexScope.Frequencies"/>.</param>
/// <param name="Term">Hash of the term, as in its vectors; or <see cref="AllArticles"/>.</param>
/// <param name="Articles">How many more.</param>
internal readonly record struct TermFrequencyChange(long AnalyzerVersion, long Scope, long Term, long Articles)
{
    /// <summary>In place of a term: counts the articles themselves. No hash is negative.</summary>
    public const long AllArticles = -1;
}
