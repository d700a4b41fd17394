namespace DigestBot.Summaries;

/// <summary>Describes every sentence by <see cref="SentenceFeature"/>s.</summary>
/// <remarks>
/// A sum of cosines with many sentences equals one product with the sum of their unit vectors, so the work is linear in the
/// text although every pair counts. One reader serves one summary.
/// </remarks>
internal sealed class FeatureReader
{
    private const int MostWords = 80;
    private const int Neighbours = 3;

    private readonly List<Candidate> _candidates;
    private readonly IReadOnlyList<int[]> _titles;
    private readonly SentenceVectors _vectors;
    private readonly FeatureTable _table;

    // By term. Used for one source after the other, and cleared only where a source touched them, so that work stays linear.
    private readonly double[] _sum;
    private readonly double[] _before;
    private readonly int[] _counts;
    private readonly int[] _last;
    private readonly int[] _seen; // source + 1

    private FeatureReader(List<Candidate> candidates, SentenceVectors vectors, IReadOnlyList<int[]> titles)
    {
        _candidates = candidates;
        _titles = titles;
        _vectors = vectors;
        _table = FeatureTable.OfSentences(candidates.Count);
        int terms = vectors.Weights.Length;
        (_sum, _before) = (new double[terms], new double[terms]);
        (_counts, _last, _seen) = (new int[terms], new int[terms], new int[terms]);
    }

    /// <summary>One row for each candidate, in their order.</summary>
    /// <param name="candidates">Sentences of all sources, source by source.</param>
    /// <param name="vectors">Of the same.</param>
    /// <param name="titles">Terms of each source's title.</param>
    public static FeatureTable Read(List<Candidate> candidates, SentenceVectors vectors, IReadOnlyList<int[]> titles)
    {
        var reader = new FeatureReader(candidates, vectors, titles);
        int[] starts = reader.Starts();
        for (int source = 0; source + 1 < starts.Length; source++)
        {
            reader.ReadSource(starts[source], starts[source + 1]);
        }

        if (titles.Count > 1)
        {
            new CrossFeatureReader(candidates, vectors, titles, reader._table).Read(starts);
        }

        return reader._table;
    }

    private int[] Starts()
    {
        int[] starts = new int[_titles.Count + 1];
        for (int i = 0; i < _candidates.Count; i++)
        {
            starts[_candidates[i].Source + 1]++;
        }

        for (int source = 1; source < starts.Length; source++)
        {
            starts[source] += starts[source - 1];
        }

        return starts;
    }

    private void ReadSource(int start, int end)
    {
        if (start == end)
        {
            return;
        }

        ReadSurface(start, end);
        ReadCentrality(start, end);
        ReadFrequency(start, end);
        ReadNeighbours(start, end);
        _table.AsShare(start, end, SentenceFeature.Forward);
        _table.AsShare(start, end, SentenceFeature.Backward);
        _table.AsShare(start, end, SentenceFeature.Central);
    }

    private void ReadSurface(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            Candidate candidate = _candidates[i];
            SentenceSurface surface = candidate.Surface;
            double words = Math.Max(1, surface.Words);
            _table.Set(i, SentenceFeature.Position, candidate.Position);
            _table.Set(i, SentenceFeature.RelativePosition, (double)(i - start) / Math.Max(1, end - start - 1));
            _table.Set(i, SentenceFeature.Words, Math.Min(MostWords, surface.Words));
            _table.Set(i, SentenceFeature.TermShare, candidate.Terms.Length / words);
            _table.Set(i, SentenceFeature.TitleHad, _vectors.Share(_titles[candidate.Source], i));
            _table.Set(i, SentenceFeature.TitleShare, Known(candidate.Terms, _titles[candidate.Source]));
            _table.Set(i, SentenceFeature.Numbers, surface.Numbers / words);
            _table.Set(i, SentenceFeature.Capitals, surface.Capitals / words);
            _table.Set(i, SentenceFeature.Quotation, surface.HasQuotation);
            _table.Set(i, SentenceFeature.StartsQuoted, surface.StartsQuoted);
            _table.Set(i, SentenceFeature.Leans, candidate.Leans);
            _table.Set(i, SentenceFeature.Asks, surface.Asks);
            _table.Set(i, SentenceFeature.Attributes, surface.Attributes);
            _table.Set(i, SentenceFeature.Bracket, surface.HasBracket);
            _table.Set(i, SentenceFeature.SourceLength, end - start);
            _table.Set(i, SentenceFeature.Sources, _titles.Count);
            _table.Set(i, SentenceFeature.SourcePlace, candidate.Source);
        }
    }

    private static double Known(int[] terms, int[] title)
    {
        int known = 0;
        foreach (int term in terms)
        {
            known += Array.IndexOf(title, term) >= 0 ? 1 : 0;
        }

        return (double)known / Math.Max(1, terms.Length);
    }

    private void ReadCentrality(int start, int end)
    {
        for (int i = end - 1; i >= start; i--)
        {
            double forward = _vectors.Dot(_sum, i);
            _table.Set(i, SentenceFeature.Forward, forward);
            _table.Set(i, SentenceFeature.MeanForward, forward / Math.Max(1, end - 1 - i));
            _vectors.AddTo(_sum, i);
        }

        double square = 0;
        for (int i = start; i < end; i++)
        {
            double backward = _vectors.Dot(_before, i), central = _vectors.Dot(_sum, i);
            _table.Set(i, SentenceFeature.Backward, backward);
            _table.Set(i, SentenceFeature.MeanBackward, backward / Math.Max(1, i - start));
            _table.Set(i, SentenceFeature.Central, backward + _table[i, SentenceFeature.Forward]);
            _table.Set(i, SentenceFeature.Centroid, central);
            square += central;
            _vectors.AddTo(_before, i);
        }

        double length = SentenceVectors.Length(square);
        for (int i = start; i < end; i++)
        {
            _table.Set(i, SentenceFeature.Centroid, _table[i, SentenceFeature.Centroid] / length);
            Clear(_sum, i);
            Clear(_before, i);
        }
    }

    private void ReadFrequency(int start, int end)
    {
        int all = 0;
        for (int i = start; i < end; i++)
        {
            foreach (int term in _candidates[i].Terms)
            {
                _counts[term]++;
                _last[term] = i;
                all++;
            }
        }

        for (int i = start; i < end; i++)
        {
            ReadFrequencyOf(i, Math.Max(1, all));
        }

        for (int i = start; i < end; i++)
        {
            foreach (int term in _candidates[i].Terms)
            {
                _counts[term] = 0;
            }
        }
    }

    private void ReadFrequencyOf(int sentence, int all)
    {
        int[] terms = _candidates[sentence].Terms;
        int source = _candidates[sentence].Source;
        double frequent = 0, fresh = 0, recurring = 0;
        foreach (int term in terms)
        {
            frequent += _counts[term];
            fresh += _seen[term] == source + 1 ? 0 : 1;
            recurring += _last[term] > sentence ? 1 : 0;
        }

        foreach (int term in terms)
        {
            _seen[term] = source + 1;
        }

        double count = Math.Max(1, terms.Length);
        _table.Set(sentence, SentenceFeature.MeanFrequency, 100 * frequent / count / all);
        _table.Set(sentence, SentenceFeature.New, fresh / count);
        _table.Set(sentence, SentenceFeature.Recurring, recurring / count);
    }

    private void ReadNeighbours(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            _vectors.AddTo(_sum, i);
            double nearest = 0;
            for (int j = Math.Max(start, i - Neighbours); j < i; j++)
            {
                nearest = Math.Max(nearest, _vectors.Dot(_sum, j));
            }

            _table.Set(i, SentenceFeature.LikeNeighbours, nearest);
            _table.Set(i, SentenceFeature.LikeFirst, i > start ? _vectors.Dot(_sum, start) : 1);
            Clear(_sum, i);
        }
    }

    private void Clear(double[] sum, int sentence)
    {
        foreach (int term in _candidates[sentence].Terms)
        {
            sum[term] = 0;
        }
    }
}
