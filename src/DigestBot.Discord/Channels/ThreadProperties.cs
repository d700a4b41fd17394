namespace DigestBot.Discord;

/// <summary>A thread to be started from a message.</summary>
public sealed record ThreadProperties
{
    /// <summary>1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Null for what the channel has as default.</summary>
    public ThreadArchiveDuration? AutoArchiveDuration { get; init; }
}
