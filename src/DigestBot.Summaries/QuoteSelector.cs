namespace DigestBot.Summaries;

/// <summary>Takes the best sentences that fit the budget and do not repeat what is taken.</summary>
/// <remarks>A sentence that depends on the one before comes after it, and alone only where nothing else can be quoted.</remarks>
internal sealed class QuoteSelector(SummaryOptions options, SourceRoom room, int vocabulary)
{
    private readonly Repetition _repetition = new(vocabulary);
    private readonly List<Candidate> _taken = [];
    private int _words;

    public List<Candidate> Select(List<Candidate> candidates)
    {
        Candidate[] best =
        [
            .. candidates
                .OrderByDescending(candidate => candidate.Score)
                .ThenBy(candidate => candidate.Position)
                .ThenBy(candidate => candidate.Source),
        ];
        Candidate[] quotable = [.. best.Where(candidate => candidate.Grade == SentenceGrade.Quotable)];
        Take(quotable, static candidate => !candidate.IsHalfQuoted && !candidate.Depends);
        Take(quotable, static candidate => !candidate.IsHalfQuoted && candidate.Before is { IsTaken: true });
        if (_taken.Count == 0)
        {
            Take(quotable, static _ => true);
        }

        if (_taken.Count == 0)
        {
            Take(best, static _ => true);
        }

        _taken.Sort((left, right) => (left.Source, left.Span.Start).CompareTo((right.Source, right.Span.Start)));
        return _taken;
    }

    private bool IsFull => _taken.Count >= (options.MaxSentences ?? int.MaxValue) || _words >= (options.MaxWords ?? int.MaxValue);

    private void Take(Candidate[] best, Func<Candidate, bool> mayBeTaken)
    {
        foreach (Candidate candidate in best)
        {
            if (IsFull)
            {
                return;
            }

            bool fits = _taken.Count == 0 || candidate.Words <= (options.MaxWords ?? int.MaxValue) - _words;
            if (fits && room.Fits(candidate) && !candidate.IsTaken && mayBeTaken(candidate) && !_repetition.Repeats(candidate))
            {
                candidate.IsTaken = true;
                _repetition.Add(candidate);
                _taken.Add(candidate);
                _words += candidate.Words;
                room.Take(candidate);
            }
        }
    }
}
