namespace DigestBot.Discord;

/// <summary>A person or a bot.</summary>
public sealed record DiscordUser
{
    public ulong Id { get; init; }

    public string Username { get; init => field = value ?? ""; } = "";

    /// <summary>The name that people see; null where it is the user name.</summary>
    public string? GlobalName { get; init; }

    public bool Bot { get; init; }

    /// <summary>Discord itself speaks.</summary>
    public bool System { get; init; }

    /// <summary>The language chosen by the user; only for the bot itself.</summary>
    public string? Locale { get; init; }
}
