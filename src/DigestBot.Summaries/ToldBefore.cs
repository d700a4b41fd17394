namespace DigestBot.Summaries;

/// <summary>What the reader knows already: pairs of neighbouring terms of sentences that were shown.</summary>
internal sealed class ToldBefore
{
    private readonly HashSet<(int, int)> _pairs = [];

    /// <param name="sentences">Terms of each sentence in order, -1 for a term that no candidate has.</param>
    public ToldBefore(IEnumerable<int[]> sentences)
    {
        foreach (int[] terms in sentences)
        {
            for (int i = 0; i + 1 < terms.Length; i++)
            {
                _pairs.Add((terms[i], terms[i + 1]));
            }
        }
    }

    /// <summary>Share of a sentence that is no news, 0 to 1.</summary>
    public double Share(int[] terms)
    {
        int told = 0;
        for (int i = 0; i + 1 < terms.Length; i++)
        {
            told += _pairs.Contains((terms[i], terms[i + 1])) ? 1 : 0;
        }

        return (double)told / Math.Max(1, terms.Length - 1);
    }
}
