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
internal sealed class SentenceScorer(List<Candidate> candidates, int terms)
{
    // Found on the tuning sets, see bench/results; halving or doubling any of them costs less than half a point of ROUGE-1.
    private const double CentralityFactor = 1;
    private const double TitleFactor = 0.5;
    private const double QueryFactor = 2;
    private const double LeaningPenalty = 0.1;

    // Stands in for the length of a sentence without terms.
    private const double Tiny = 1e-9;

    private readonly double[] _weights = Weights(candidates, terms);

    public void Score(int[] query, IReadOnlyList<int[]> titles)
    {
        double[] central = Centrality();
        double most = Math.Max(central.Max(), Tiny);
        for (int i = 0; i < candidates.Count; i++)
        {
            Candidate candidate = candidates[i];
            candidate.Score = (1.0 / (candidate.Position + 1))
                + (CentralityFactor * central[i] / most)
                + (TitleFactor * Share(titles[candidate.Source], candidate))
                + (QueryFactor * Share(query, candidate))
                - (candidate.Leans ? LeaningPenalty : 0);
        }
    }

    // How rare a term is among the sentences, damped by a square root: with so few sentences rarity is a rough guess.
    private static double[] Weights(List<Candidate> candidates, int terms)
    {
        int[] sentences = new int[terms];
        int[] seen = new int[terms];
        for (int i = 0; i < candidates.Count; i++)
        {
            foreach (int term in candidates[i].Terms)
            {
                sentences[term] += seen[term] == i + 1 ? 0 : 1;
                seen[term] = i + 1;
            }
        }

        return Array.ConvertAll(sentences, count => Math.Sqrt(Math.Log(1 + ((double)candidates.Count / count))));
    }

    // Of each sentence: the sum of its cosines with all of other sources, and with those that come after it in its own.
    private double[] Centrality()
    {
        double[] central = new double[candidates.Count];
        double[] later = new double[_weights.Length];
        for (int i = central.Length - 1; i >= 0; i--)
        {
            central[i] = Similarity(later, candidates[i].Terms);
            AddUnit(later, candidates[i].Terms);
        }

        double[] earlierSources = new double[_weights.Length];
        int added = 0;
        for (int i = 0; i < central.Length; i++)
        {
            for (; candidates[added].Source < candidates[i].Source; added++)
            {
                AddUnit(earlierSources, candidates[added].Terms);
            }

            central[i] += added > 0 ? Similarity(earlierSources, candidates[i].Terms) : 0;
        }

        return central;
    }

    private double Similarity(double[] sum, int[] own) => Dot(sum, own) / Norm(own);

    private void AddUnit(double[] sum, int[] own)
    {
        double factor = 1 / Norm(own);
        foreach (int term in own)
        {
            sum[term] += _weights[term] * factor;
        }
    }

    private double Norm(int[] own)
    {
        double sum = 0;
        foreach (int term in own)
        {
            sum += _weights[term] * _weights[term];
        }

        return Math.Max(Math.Sqrt(sum), Tiny);
    }

    private double Dot(double[] sum, int[] own)
    {
        double dot = 0;
        foreach (int term in own)
        {
            dot += sum[term] * _weights[term];
        }

        return dot;
    }

    // Weighted share of the wanted terms that the sentence has.
    private double Share(int[] wanted, Candidate candidate)
    {
        double all = 0, had = 0;
        foreach (int term in wanted)
        {
            double weight = term < 0 ? 1 : _weights[term];
            all += weight;
            had += term >= 0 && Array.IndexOf(candidate.Terms, term) >= 0 ? weight : 0;
        }

        return all > 0 ? had / all : 0;
    }
}
