using DigestBot.News;

namespace DigestBot.Ingest;

/// <summary>What came of adding a source: exactly one of source and problem is set.</summary>
/// <param name="Source">The source, already there or new.</param>
/// <param name="Problem">Why it was not added, in one sentence.</param>
/// <param name="Sample">The newest headlines found there.</param>
internal sealed record SourceAdded(Source? Source, string? Problem, IReadOnlyList<string> Sample)
{
    /// <summary>Where it was found, if that is not where it was looked for.</summary>
    public string? FoundAt { get; init; }

    /// <summary>Other feeds that the page names.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>How many sources of its own the space may have, where that is the problem.</summary>
    public int? Limit { get; init; }
}
