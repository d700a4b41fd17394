namespace DigestBot.Summaries;

/// <summary>What sentences have in common with the other sources of a story.</summary>
internal sealed class CrossFeatureReader(
    List<Candidate> candidates, SentenceVectors vectors, IReadOnlyList<int[]> titles, FeatureTable table)
{
    private const int LeadSentences = 2;

    /// <param name="starts">Index of the first sentence of each source, and one behind the last.</param>
    public void Read(int[] starts)
    {
        double[] all = new double[vectors.Weights.Length];
        double[] leads = new double[vectors.Weights.Length];
        int[] sources = SourcesOfTerms(starts);
        for (int i = 0; i < candidates.Count; i++)
        {
            vectors.AddTo(all, i);
        }

        double square = 0;
        for (int source = 0; source + 1 < starts.Length; source++)
        {
            square += Leads(starts[source], starts[source + 1], leads, sign: 1);
        }

        for (int source = 0; source + 1 < starts.Length; source++)
        {
            (int start, int end) = (starts[source], starts[source + 1]);
            for (int i = start; i < end; i++)
            {
                vectors.AddTo(all, i, sign: -1);
            }

            square += Leads(start, end, leads, sign: -1);
            ReadSource(start, end, all, sources);
            ReadLikeness(start, end, leads, SentenceVectors.Length(square));
            square += Leads(start, end, leads, sign: 1);
            for (int i = start; i < end; i++)
            {
                vectors.AddTo(all, i);
            }
        }

        table.AsShare(0, candidates.Count, SentenceFeature.Across);
    }

    private void ReadSource(int start, int end, double[] others, int[] sources)
    {
        for (int i = start; i < end; i++)
        {
            double across = vectors.Dot(others, i);
            table.Set(i, SentenceFeature.Across, across);
            table.Set(i, SentenceFeature.MeanAcross, across / Math.Max(1, candidates.Count - (end - start)));
            table.Set(i, SentenceFeature.Corroborated, Corroborated(candidates[i].Terms, sources));
            table.Set(i, SentenceFeature.OtherTitleHad, BestOtherTitle(i));
        }
    }

    private void ReadLikeness(int start, int end, double[] leads, double length)
    {
        for (int i = start; i < end; i++)
        {
            table.Set(i, SentenceFeature.LikeOtherLeads, vectors.Dot(leads, i) / length);
        }
    }

    // Adds the first sentences of a source or takes them away; returns by how much the squared length of the sum grows.
    private double Leads(int start, int end, double[] leads, int sign)
    {
        double growth = 0;
        for (int i = start; i < Math.Min(end, start + LeadSentences); i++)
        {
            double before = vectors.Dot(leads, i);
            vectors.AddTo(leads, i, sign);
            growth += sign * (before + vectors.Dot(leads, i));
        }

        return growth;
    }

    private int[] SourcesOfTerms(int[] starts)
    {
        int[] sources = new int[vectors.Weights.Length];
        int[] seen = new int[vectors.Weights.Length];
        for (int source = 0; source + 1 < starts.Length; source++)
        {
            for (int i = starts[source]; i < starts[source + 1]; i++)
            {
                foreach (int term in candidates[i].Terms)
                {
                    sources[term] += seen[term] == source + 1 ? 0 : 1;
                    seen[term] = source + 1;
                }
            }
        }

        return sources;
    }

    private double Corroborated(int[] own, int[] sources)
    {
        double all = 0, had = 0;
        foreach (int term in own)
        {
            all += vectors.Weights[term];
            had += vectors.Weights[term] * (sources[term] - 1) / (titles.Count - 1);
        }

        return all > 0 ? had / all : 0;
    }

    private double BestOtherTitle(int sentence)
    {
        vectors.Mark(sentence);
        double best = 0;
        for (int source = 0; source < titles.Count; source++)
        {
            best = source == candidates[sentence].Source ? best : Math.Max(best, vectors.ShareOfMarked(titles[source], sentence));
        }

        return best;
    }
}
