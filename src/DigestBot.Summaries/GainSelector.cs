namespace DigestBot.Summaries;

/// <summary>Takes sentences as long as the summary is expected to gain by one more, within the budget.</summary>
/// <remarks>
/// What is estimated is an F measure: words of the summary that a reader wanted, twice, over the words of the summary and
/// those that were wanted. A sentence brings its words times its score; what is taken already counts less. So a long
/// sentence that adds little is left out although there is room.
/// </remarks>
internal sealed class GainSelector(SummaryOptions options, SelectionSettings settings)
{
    // The hundred best are more than any budget here takes; the rest would only cost time.
    private const int MostConsidered = 100;

    private readonly Repetition _repetition = new();
    private readonly HashSet<int> _terms = [];
    private readonly List<Candidate> _taken = [];
    private readonly double _wanted = options.MaxSentences is { } sentences
        ? settings.WordsPerSentence * sentences
        : settings.WordsPerWord * options.MaxWords!.Value;

    private double _hits;
    private int _words;

    public List<Candidate> Select(List<Candidate> candidates)
    {
        List<Candidate> open = Best(candidates);
        while (_taken.Count < (options.MaxSentences ?? int.MaxValue) && open.Count > 0)
        {
            double now = _taken.Count > 0 ? Measure(_hits, _words) : double.MinValue;
            (Candidate? best, double hits, double measure) = (null, 0, now);
            for (int i = open.Count - 1; i >= 0; i--)
            {
                Candidate candidate = open[i];
                if (!Fits(candidate) || _repetition.Repeats(candidate.Terms))
                {
                    open.RemoveAt(i);
                    continue;
                }

                double brings = candidate.Score * candidate.Words * (1 - (settings.Redundancy * Known(candidate.Terms)));
                double reached = Measure(_hits + brings, _words + candidate.Words);
                if (reached > measure || (reached == measure && best is not null))
                {
                    (best, hits, measure) = (candidate, brings, reached);
                }
            }

            if (best is null)
            {
                break;
            }

            open.Remove(best);
            Take(best, hits);
        }

        _taken.Sort((left, right) => (left.Source, left.Span.Start).CompareTo((right.Source, right.Span.Start)));
        return _taken;
    }

    private static List<Candidate> Best(List<Candidate> candidates)
    {
        bool quotable = candidates.Exists(candidate => candidate.Grade == SentenceGrade.Quotable);
        SentenceGrade grade = quotable ? SentenceGrade.Quotable : SentenceGrade.Fragment;
        return
        [
            .. candidates.Where(candidate => candidate.Grade == grade)
                .OrderByDescending(candidate => candidate.Score)
                .ThenBy(candidate => candidate.Position)
                .ThenBy(candidate => candidate.Source)
                .Take(MostConsidered),
        ];
    }

    private bool Fits(Candidate candidate) =>
        _taken.Count == 0 || candidate.Words <= (options.MaxWords ?? int.MaxValue) - _words;

    private double Measure(double hits, int words) => 2 * hits / (words + _wanted);

    private double Known(int[] terms)
    {
        int known = 0;
        foreach (int term in terms)
        {
            known += _terms.Contains(term) ? 1 : 0;
        }

        return (double)known / Math.Max(1, terms.Length);
    }

    private void Take(Candidate candidate, double hits)
    {
        _repetition.Add(candidate.Terms);
        _terms.UnionWith(candidate.Terms);
        _taken.Add(candidate);
        _hits += hits;
        _words += candidate.Words;
    }
}
