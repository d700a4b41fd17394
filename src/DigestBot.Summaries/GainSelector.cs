namespace DigestBot.Summaries;

/// <summary>Takes sentences as long as the summary is expected to gain by one more, within the budget.</summary>
/// <remarks>
/// What is estimated is an F measure: words of the summary that a reader wanted, twice, over the words of the summary and
/// those that were wanted. A sentence brings its words times its score; what is taken already counts less. So a long
/// sentence that adds little is left out although there is room. A sentence that depends on the one before comes with it or
/// after it, and alone only where it says far more than any other.
/// </remarks>
internal sealed class GainSelector(SummaryOptions options, SelectionSettings settings, SourceRoom room, int vocabulary)
{
    // The hundred best are more than any budget here takes; the rest would only cost time.
    private const int MostConsidered = 100;

    // What a sentence brings alone that depends on the one before: it is quoted so only where no other says four fifths as much.
    private const double Alone = 0.8;

    private readonly Repetition _repetition = new(vocabulary);
    private readonly List<Candidate> _taken = [];
    private readonly double _wanted = options.MaxSentences is { } sentences
        ? settings.WordsPerSentence * sentences
        : settings.WordsPerWord * options.MaxWords!.Value;

    private double _hits;
    private int _words;

    public List<Candidate> Select(List<Candidate> candidates)
    {
        List<Candidate> best = Best(candidates);
        Take(best.FindAll(candidate => !candidate.IsHalfQuoted));
        if (_taken.Count == 0)
        {
            Take(best);
        }

        _taken.Sort((left, right) => (left.Source, left.Span.Start).CompareTo((right.Source, right.Span.Start)));
        return _taken;
    }

    private static List<Candidate> Best(List<Candidate> candidates)
    {
        bool quotable = candidates.Exists(candidate => candidate.Grade == SentenceGrade.Quotable);
        SentenceGrade grade = quotable ? SentenceGrade.Quotable : SentenceGrade.Fragment;
        List<Candidate> best = candidates.FindAll(candidate => candidate.Grade == grade);
        best.Sort(static (left, right) =>
            left.Score != right.Score ? right.Score.CompareTo(left.Score)
            : left.Position != right.Position ? left.Position.CompareTo(right.Position)
            : left.Source != right.Source ? left.Source.CompareTo(right.Source)
            : left.Span.Start.CompareTo(right.Span.Start));
        return best.Count > MostConsidered ? best.GetRange(0, MostConsidered) : best;
    }

    private void Take(List<Candidate> open)
    {
        Move? best;
        do
        {
            best = null;
            for (int i = open.Count - 1; i >= 0; i--)
            {
                if (open[i].IsTaken || _repetition.Repeats(open[i]) || !Fits(open[i].Words, sentences: 1) || !room.Fits(open[i]))
                {
                    open.RemoveAt(i);
                }
                else if (Make(open[i]) is var move && (best is null || Gain(move) >= Gain(best.Value)))
                {
                    best = move;
                }
            }
        }
        while (best is { } found && Take(found));
    }

    private Move Make(Candidate candidate)
    {
        double hits = Brings(candidate);
        if (!candidate.Depends || candidate.Before is { IsTaken: true })
        {
            return new(candidate, null, hits, Measure(_hits + hits, _words + candidate.Words));
        }

        Move alone = new(candidate, null, hits * Alone, Measure(_hits + (hits * Alone), _words + candidate.Words));
        return candidate.Before is { } before && MayLead(before, candidate) && Together(before, candidate, hits) is var both
            && Gain(both) >= Gain(alone) ? both : alone;
    }

    private bool MayLead(Candidate before, Candidate candidate) =>
        before is { Depends: false, IsHalfQuoted: false } && Fits(before.Words + candidate.Words, sentences: 2) && room.Fits(before, candidate) && !_repetition.Repeats(before);

    private Move Together(Candidate before, Candidate candidate, double hits)
    {
        double both = hits + Brings(before);
        return new(candidate, before, both, Measure(_hits + both, _words + before.Words + candidate.Words));
    }

    // For each sentence that it takes, or else two would always be more than one.
    private double Gain(Move move) => (move.Reached - Measure(_hits, _words)) / (move.Before is null ? 1 : 2);

    private bool Take(Move move)
    {
        if (_taken.Count > 0 && move.Reached <= Measure(_hits, _words))
        {
            return false;
        }

        _hits += move.Hits;
        Add(move.Candidate);
        if (move.Before is not null)
        {
            Add(move.Before);
        }

        return true;
    }

    private void Add(Candidate candidate)
    {
        candidate.IsTaken = true;
        _repetition.Add(candidate);
        _taken.Add(candidate);
        _words += candidate.Words;
        room.Take(candidate);
    }

    private bool Fits(int words, int sentences) =>
        _taken.Count + sentences <= (options.MaxSentences ?? int.MaxValue)
        && ((_taken.Count == 0 && sentences == 1) || words <= (options.MaxWords ?? int.MaxValue) - _words);

    private double Brings(Candidate candidate) =>
        candidate.Score * candidate.Words * (1 - (settings.Redundancy * _repetition.Known(candidate.Terms)));

    private double Measure(double hits, int words) => 2 * hits / (words + _wanted);

    /// <summary>A sentence to take, with the one before it if it needs that.</summary>
    private readonly record struct Move(Candidate Candidate, Candidate? Before, double Hits, double Reached);
}
