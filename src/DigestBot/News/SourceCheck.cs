namespace DigestBot.News;

/// <summary>How a check of a source ended.</summary>
internal enum CheckOutcome
{
    /// <summary>It was read.</summary>
    Read,

    /// <summary>It answered that nothing has changed.</summary>
    Unchanged,

    /// <summary>It could not be read.</summary>
    Failed,
}

/// <summary>One check of a source.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Outcome">How.</param>
/// <param name="Problem">Why it failed, in one sentence; null when it did not.</param>
/// <param name="New">Articles stored for the first time.</param>
/// <param name="Updated">Known articles with another text.</param>
/// <param name="Took">How long it took, waiting for the host's turn included.</param>
internal sealed record SourceCheck(DateTimeOffset At, CheckOutcome Outcome, string? Problem, int New, int Updated, TimeSpan Took);
