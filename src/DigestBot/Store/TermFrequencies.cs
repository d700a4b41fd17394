using DigestBot.Summaries;

namespace DigestBot.Store;

/// <summary>Document frequencies of some terms.</summary>
/// <param name="Articles">All articles counted.</param>
/// <param name="Counts">Articles per term, by <see cref="QueryTerm.Stem"/>; a term that is missing stands in none.</param>
internal sealed record TermFrequencies(long Articles, IReadOnlyDictionary<string, long> Counts)
{
    /// <summary>The forms of each term that stand in any article; the others need not be looked for.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Present { get; init; }

    /// <summary>What to look for in the index for a term.</summary>
    public IReadOnlyList<string> FormsOf(string term) => Present.TryGetValue(term, out IReadOnlyList<string>? forms) && forms.Count > 0 ? forms : [term];

    public long Of(string term) => Counts.GetValueOrDefault(term);

    /// <summary>Inverse document frequency as BM25 has it, never negative (Robertson and Zaragoza, 2009).</summary>
    public double Idf(string term)
    {
        long count = Math.Min(Of(term), Articles);
        return Math.Log(1 + ((Articles - count + 0.5) / (count + 0.5)));
    }
}
