namespace DigestBot.Discord;

/// <summary>A user in a server.</summary>
public sealed record GuildMember
{
    /// <summary>Absent in the members that messages carry.</summary>
    public DiscordUser? User { get; init; }

    public string? Nick { get; init; }

    public IReadOnlyList<ulong> Roles { get; init => field = value ?? []; } = [];

    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>What the member may do in the channel of the interaction; only there.</summary>
    public GuildPermission? Permissions { get; init; }
}
