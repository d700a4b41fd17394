using DigestBot.News;
using DigestBot.Store.WebSub;

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

    /// <summary>The permanent redirect that it answered with; null when there was none.</summary>
    public PermanentMove? Move { get; init; }

    /// <summary>Pages of a sitemap or feed that were asked for.</summary>
    public IReadOnlyList<long> PagesTried { get; init; } = [];

    /// <summary>How many of its entries were not given to be stored, because they are stored already.</summary>
    public int DoneEntries { get; init; }

    /// <summary>Why it is asked again then; null for never.</summary>
    public CheckReason? NextWhy { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>The hubs that it names; null where that is not known, or nobody wants to know.</summary>
    public HubOffer? Offer { get; init; }

    /// <summary>When to ask again where a hub tells of news; null where none does.</summary>
    public PushTiming? Push { get; init; }

    /// <summary>Whether it answered that nothing has changed.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>Whether the target of <see cref="Move"/> becomes the source's address.</summary>
    public bool IsMoveProven { get; init; }
}
