namespace DigestBot.Discord;

/// <summary>A post for a forum: a thread with its first message.</summary>
public sealed record ForumPostProperties
{
    /// <summary>1 to 100 characters.</summary>
    public required string Name { get; init; }

    public ThreadArchiveDuration? AutoArchiveDuration { get; init; }

    /// <summary>At most five.</summary>
    public IReadOnlyList<ulong>? AppliedTags { get; init; }

    /// <summary>Its nonce is not sent: Discord checks none here.</summary>
    public required MessageProperties Message { get; init; }
}
