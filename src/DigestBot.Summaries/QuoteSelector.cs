namespace DigestBot.Summaries;

/// <summary>Takes the best sentences that fit the budget and do not repeat what is taken.</summary>
/// <remarks>
/// Redundancy by bigrams of stems: a sentence may share less than 40 % of its own with all that is taken (Ghalandari et
/// al. 2020), nor contain most of one sentence that is taken. A shared trigram alone does not block: names make those.
/// </remarks>
internal sealed class QuoteSelector(SummaryOptions options)
{
    private const double MaxKnown = 0.4;
    private const double MaxContained = 0.6;

    private readonly Dictionary<long, int> _bigrams = []; // to the taken sentence that had it first
    private readonly HashSet<int> _terms = [];
    private readonly List<int> _owners = [];
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
        if (terms.Length < 3)
        {
            return _taken.Count > 0 && Array.TrueForAll(terms, _terms.Contains);
        }

        _owners.Clear();
        for (int i = 0; i + 1 < terms.Length; i++)
        {
            if (_bigrams.TryGetValue(Bigram(terms[i], terms[i + 1]), out int owner))
            {
                _owners.Add(owner);
            }
        }

        return _owners.Count > 0 && (_owners.Count >= MaxKnown * (terms.Length - 1) || ContainsOneTaken());
    }

    private bool ContainsOneTaken()
    {
        _owners.Sort();
        int run = 0;
        for (int i = 0; i < _owners.Count; i++)
        {
            run = i > 0 && _owners[i] == _owners[i - 1] ? run + 1 : 1;
            if (run >= MaxContained * (_taken[_owners[i]].Terms.Length - 1))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(Candidate candidate)
    {
        int[] terms = candidate.Terms;
        for (int i = 0; i < terms.Length; i++)
        {
            _terms.Add(terms[i]);
            if (i + 1 < terms.Length)
            {
                _bigrams.TryAdd(Bigram(terms[i], terms[i + 1]), _taken.Count);
            }
        }

        _taken.Add(candidate);
        _words += candidate.Words;
    }

    private static long Bigram(int first, int second) => ((long)first << 32) | (uint)second;
}
