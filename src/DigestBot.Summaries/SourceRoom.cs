namespace DigestBot.Summaries;

/// <summary>How many words of each source may still be quoted.</summary>
internal sealed class SourceRoom
{
    private readonly SourceText[] _sources;
    private readonly int[]? _left; // null where every source may be quoted whole

    public SourceRoom(SourceText[] sources)
    {
        _sources = sources;
        _left = Array.Exists(sources, source => source.MaxWords is not null)
            ? [.. sources.Select(source => source.MaxWords ?? int.MaxValue)]
            : null;
    }

    /// <summary>Those of which none is too long by itself; the rest is as if it stood nowhere.</summary>
    public List<Candidate> Fitting(List<Candidate> candidates) => _left is null ? candidates : candidates.FindAll(Fits);

    public bool Fits(Candidate candidate) => _left is null || Words(candidate) <= _left[candidate.Source];

    /// <summary>Whether both do, which stand in one source.</summary>
    public bool Fits(Candidate before, Candidate candidate) =>
        _left is null || (long)Words(before) + Words(candidate) <= _left[candidate.Source];

    public void Take(Candidate candidate)
    {
        if (_left is not null && _left[candidate.Source] < int.MaxValue)
        {
            _left[candidate.Source] -= Words(candidate);
        }
    }

    private int Words(Candidate candidate) => WordCount.Of(_sources[candidate.Source].Text.AsSpan(candidate.Span.Start, candidate.Span.Length));
}
