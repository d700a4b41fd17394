namespace DigestBot.Summaries;

/// <summary>
/// Scores sentences by how much the rest of the coverage repeats them and by how early they stand, without training:
/// tf-idf centrality with direction, after Zheng and Lapata, "Sentence Centrality Revisited for Unsupervised
/// Summarization" (PacSum, ACL 2019), and a position prior. A sentence that leans on the one before it (He, But) loses a little.
/// </summary>
/// <remarks>
/// A sum of cosines with all other sentences equals one product with the sum of their unit vectors, so the work is linear
/// in the text although every pair counts.
/// </remarks>
internal sealed class SentenceScorer(List<Candidate> candidates, SentenceVectors vectors)
{
    // Found on the tuning sets, see bench/results; halving or doubling any of them costs less than half a point of ROUGE-1.
    private const double CentralityFactor = 1;
    private const double TitleFactor = 0.5;
    private const double LeaningPenalty = 0.1;

    private const double Tiny = 1e-9;

    /// <summary>Of each sentence: 0 to 2.5, seldom below 0.</summary>
    public double[] Scores(IReadOnlyList<int[]> titles) => Array.ConvertAll(Parts(titles), parts => parts.Sum);

    /// <summary>Of each sentence, what its score is the sum of.</summary>
    public PlainScore[] Parts(IReadOnlyList<int[]> titles)
    {
        double[] central = Centrality();
        double most = Math.Max(central.Max(), Tiny);
        var parts = new PlainScore[central.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            Candidate candidate = candidates[i];
            parts[i] = new(
                1.0 / (candidate.Position + 1),
                CentralityFactor * central[i] / most,
                TitleFactor * vectors.Share(titles[candidate.Source], i),
                candidate.Leans ? LeaningPenalty : 0);
        }

        return parts;
    }

    // Of each sentence: the sum of its cosines with all of other sources, and with those that come after it in its own.
    private double[] Centrality()
    {
        double[] central = new double[candidates.Count];
        double[] later = new double[vectors.Weights.Length];
        for (int i = central.Length - 1; i >= 0; i--)
        {
            central[i] = vectors.Dot(later, i);
            vectors.AddTo(later, i);
        }

        double[] earlierSources = new double[vectors.Weights.Length];
        int added = 0;
        for (int i = 0; i < central.Length; i++)
        {
            for (; candidates[added].Source < candidates[i].Source; added++)
            {
                vectors.AddTo(earlierSources, added);
            }

            central[i] += added > 0 ? vectors.Dot(earlierSources, i) : 0;
        }

        return central;
    }
}
