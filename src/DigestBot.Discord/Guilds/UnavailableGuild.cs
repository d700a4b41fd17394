namespace DigestBot.Discord;

/// <summary>A server that is offline, is not loaded yet, or has removed the bot.</summary>
public sealed record UnavailableGuild
{
    public ulong Id { get; init; }

    /// <summary>Null or false in a gateway event that says that the bot was removed.</summary>
    public bool? Unavailable { get; init; }
}
