namespace DigestBot.Summaries;

/// <summary>Says of every sentence why it is quoted or is not.</summary>
/// <param name="weigher">After it weighed, and after the best sentences were taken.</param>
/// <param name="sources">In reading order.</param>
internal sealed class ScoreExplainer(SentenceWeigher weigher, SourceText[] sources)
{
    private readonly List<Candidate> _candidates = weigher.Candidates;

    public IReadOnlyList<SentenceExplanation> Explain()
    {
        double[,] parts = weigher.Parts();
        double average = _candidates.Average(candidate => candidate.Score);
        double[] descending = [.. _candidates.Select(candidate => candidate.Score).OrderDescending()];
        Dictionary<int, int> quotedBy = _candidates.Where(candidate => candidate.IsTaken)
            .SelectMany(candidate => candidate.Terms.Distinct())
            .CountBy(term => term)
            .ToDictionary();
        return
        [
            .. _candidates.Select((candidate, i) =>
                new SentenceExplanation(sources[candidate.Source].Id, candidate.Span.Start, candidate.Span.Length, candidate.Score)
                {
                    Average = average,
                    Parts = [.. Enum.GetValues<ScorePartKind>().Select(kind => new ScorePart(kind, parts[i, (int)kind]))],
                    Rank = Array.IndexOf(descending, candidate.Score) + 1,
                    IsQuoted = candidate.IsTaken,
                    Repeats = Repeats(candidate, quotedBy),
                }),
        ];
    }

    private static double Repeats(Candidate candidate, Dictionary<int, int> quotedBy)
    {
        int own = candidate.IsTaken ? 1 : 0;
        int repeated = candidate.Terms.Count(term => quotedBy.GetValueOrDefault(term) > own);
        return (double)repeated / Math.Max(1, candidate.Terms.Length);
    }
}
