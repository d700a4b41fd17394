namespace DigestBot.Summaries;

/// <summary>Takes the best sentences that fit the budget and do not repeat what is taken.</summary>
/// <remarks>
/// Redundancy after Paulus et al. 2018 (a shared trigram blocks) and Ghalandari et al. 2020 (share of bigrams already
/// taken), both over stems without stop words.
/// </remarks>
internal sealed class QuoteSelector(SummaryOptions options)
{
    private const double MaxKnownBigrams = 0.5;

    private readonly HashSet<long> _bigrams = [];
    private readonly HashSet<(int, int, int)> _trigrams = [];
    private readonly HashSet<int> _terms = [];
    private readonly List<Candidate> _taken = [];
    private int _words;

    public List<Candidate> Select(List<Candidate> candidates)
    {
        Take(candidates, SentenceGrade.Quotable);
        if (_taken.Count == 0)
        {
            Take(candidates, SentenceGrade.Fragment);
        }

        _taken.Sort((left, right) => (left.Source, left.Span.Start).CompareTo((right.Source, right.Span.Start)));
        return _taken;
    }

    private bool IsFull => _taken.Count >= (options.MaxSentences ?? int.MaxValue) || _words >= (options.MaxWords ?? int.MaxValue);

    private void Take(List<Candidate> candidates, SentenceGrade grade)
    {
        IEnumerable<Candidate> best = candidates
            .Where(candidate => candidate.Grade == grade)
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Position)
            .ThenBy(candidate => candidate.Source);
        foreach (Candidate candidate in best)
        {
            if (IsFull)
            {
                return;
            }

            bool fits = _taken.Count == 0 || candidate.Words <= (options.MaxWords ?? int.MaxValue) - _words;
            if (fits && !Repeats(candidate.Terms))
            {
                Add(candidate);
            }
        }
    }

    private bool Repeats(int[] terms)
    {
        int known = 0;
        for (int i = 0; i + 1 < terms.Length; i++)
        {
            known += _bigrams.Contains(Bigram(terms[i], terms[i + 1])) ? 1 : 0;
            if (i + 2 < terms.Length && _trigrams.Contains((terms[i], terms[i + 1], terms[i + 2])))
            {
                return true;
            }
        }

        return (known > 0 && known >= MaxKnownBigrams * (terms.Length - 1))
            || (terms.Length < 3 && _taken.Count > 0 && Array.TrueForAll(terms, _terms.Contains));
    }

    private void Add(Candidate candidate)
    {
        int[] terms = candidate.Terms;
        for (int i = 0; i < terms.Length; i++)
        {
            _terms.Add(terms[i]);
            if (i + 1 < terms.Length)
            {
                _bigrams.Add(Bigram(terms[i], terms[i + 1]));
            }

            if (i + 2 < terms.Length)
            {
                _trigrams.Add((terms[i], terms[i + 1], terms[i + 2]));
            }
        }

        _taken.Add(candidate);
        _words += candidate.Words;
    }

    private static long Bigram(int first, int second) => ((long)first << 32) | (uint)second;
}
