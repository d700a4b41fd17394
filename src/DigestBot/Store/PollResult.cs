using DigestBot.News;

namespace DigestBot.Store;

/// <summary>A source's state after it was polled; written together with what the poll found.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="CheckedAt">When it was asked.</param>
/// <param name="NextCheck">When to ask again; null for never.</param>
/// <param name="ETag">Validator to send next time.</param>
/// <param name="LastModified">Validator to send next time.</param>
/// <param name="Error">Why it failed, in one sentence; null when it did not.</param>
internal sealed record PollResult(
    long SourceId, DateTimeOffset CheckedAt, DateTimeOffset? NextCheck, string? ETag, string? LastModified, string? Error)
{
    /// <summary>What the source asks of us.</summary>
    public required PollHints Hints { get; init; }
}
