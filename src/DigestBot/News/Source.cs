namespace DigestBot.News;

/// <summary>A place where articles come from, with the state of its polling.</summary>
internal sealed record Source
{
    public required long Id { get; init; }

    /// <summary>What makes it the same source again; one row however many spaces follow it.</summary>
    public required string Key { get; init; }

    public required SourceKind Kind { get; init; }

    /// <summary>The publisher's name as readers see it.</summary>
    public required string Name { get; init; }

    /// <summary>Address of a feed or page, path of a folder; null for an import.</summary>
    public string? Location { get; init; }

    /// <summary>Where a list of subscriptions keeps it, as in "Europe/Alps": the space's own folder, or the operator's of a shared one.</summary>
    public string? Folder { get; init; }

    /// <summary>Shared, and switched off in the space that asks.</summary>
    public bool Hidden { get; init; }

    /// <summary>How much its publisher counts in the space that asks.</summary>
    public SourceTier Tier { get; init; }

    /// <summary>How many words of one of its articles that space quotes at a time; null for any number.</summary>
    public int? QuoteWords { get; init; }

    /// <summary>Seen by every space, because the operator added it.</summary>
    public required bool Shared { get; init; }

    public required bool Paused { get; init; }

    /// <summary>Validators of the last download, opaque: sent back exactly as they came.</summary>
    public string? ETag { get; init; }

    /// <inheritdoc cref="ETag"/>
    public string? LastModified { get; init; }

    /// <summary>What it asked of us when it was last read whole; an answer without a body does not say it again.</summary>
    public PollHints Hints { get; init; } = PollHints.None;

    /// <summary>Where it is permanently redirected to, and not followed for good yet; null when it is not.</summary>
    public PermanentMove? Move { get; init; }

    /// <summary>Where it was when it was added, if it has moved since.</summary>
    public string? MovedFrom { get; init; }

    public DateTimeOffset? LastCheck { get; init; }

    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>Null for what is never polled.</summary>
    public DateTimeOffset? NextCheck { get; init; }

    /// <summary>Why then; null where it was not checked yet, or before this was noted.</summary>
    public CheckReason? NextWhy { get; init; }

    /// <summary>Failures in a row.</summary>
    public required int Failures { get; init; }

    /// <summary>When it failed first since it was last read; null when it did not fail.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Not asked any more, because it failed for good or for too long, until somebody resumes it.</summary>
    public bool IsAtRest => NextCheck is null && Failures > 0;

    /// <summary>Why the last check failed, in one sentence; null when it did not.</summary>
    public string? LastError { get; init; }

    /// <summary>How many articles are stored from it.</summary>
    public required long Articles { get; init; }

    // Its address may be a secret, and records print their members.
    public override string ToString() => FormattableString.Invariant($"source {Id}");
}
