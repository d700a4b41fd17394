namespace DigestBot.Ingest.Fetching;

/// <summary>How sending a form ended.</summary>
/// <param name="Problem">Why it was not taken, in one sentence; null when it was.</param>
/// <param name="RetryAfter">How long the server asks to be left alone; null when it does not say.</param>
internal sealed record FormOutcome(string? Problem, TimeSpan? RetryAfter = null)
{
    public static FormOutcome Accepted { get; } = new((string?)null);

    /// <summary>Whether there was no answer at all, or the server is to be left alone: for another form it would be the same.</summary>
    public bool IsSilence { get; init; }
}
