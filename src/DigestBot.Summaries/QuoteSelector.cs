namespace DigestBot.Summaries;

/// <summary>Takes the best sentences that fit the budget and do not repeat what is taken.</summary>
internal sealed class QuoteSelector(SummaryOptions options)
{
    private readonly Repetition _repetition = new();
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
            if (fits && !_repetition.Repeats(candidate.Terms))
            {
                _repetition.Add(candidate.Terms);
                _taken.Add(candidate);
                _words += candidate.Words;
            }
        }
    }
}
