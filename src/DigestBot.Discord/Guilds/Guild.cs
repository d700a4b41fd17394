namespace DigestBot.Discord;

/// <summary>A server, as far as a bot needs it that posts and answers.</summary>
public sealed record Guild
{
    public ulong Id { get; init; }

    public string Name { get; init => field = value ?? ""; } = "";

    public ulong OwnerId { get; init; }

    /// <summary>The language chosen for the server, such as "en-US".</summary>
    public string? PreferredLocale { get; init; }

    /// <summary>True while an outage hides the server.</summary>
    public bool Unavailable { get; init; }

    public IReadOnlyList<Role> Roles { get; init => field = value ?? []; } = [];

    /// <summary>Only in gateway events.</summary>
    public IReadOnlyList<Channel> Channels { get; init => field = value ?? []; } = [];

    /// <summary>Active threads that the bot can see; only in gateway events.</summary>
    public IReadOnlyList<Channel> Threads { get; init => field = value ?? []; } = [];

    /// <summary>Only in gateway events; the bot itself is among them.</summary>
    public IReadOnlyList<GuildMember> Members { get; init => field = value ?? []; } = [];

    public int? MemberCount { get; init; }
}
