namespace DigestBot.Store;

/// <summary>Document frequencies of some terms.</summary>
/// <param name="Articles">All articles counted.</param>
/// <param name="Counts">Articles per term; a term that is missing stands in none.</param>
internal sealed record TermFrequencies(long Articles, IReadOnlyDictionary<string, long> Counts)
{
    public long Of(string term) => Counts.GetValueOrDefault(term);

    /// <summary>Inverse document frequency as BM25 has it, never negative (Robertson and Zaragoza, 2009).</summary>
    public double Idf(string term)
    {
        long count = Math.Min(Of(term), Articles);
        return Math.Log(1 + ((Articles - count + 0.5) / (count + 0.5)));
    }
}
