namespace DigestBot.Discord;

/// <summary>Whether a thread is still open.</summary>
public sealed record ThreadMetadata
{
    public bool Archived { get; init; }

    public bool Locked { get; init; }

    /// <summary>Minutes without a message after which it is archived.</summary>
    public ThreadArchiveDuration AutoArchiveDuration { get; init; }

    public DateTimeOffset? ArchiveTimestamp { get; init; }
}
