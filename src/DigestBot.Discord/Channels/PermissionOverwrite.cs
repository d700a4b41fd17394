namespace DigestBot.Discord;

/// <summary>What a channel allows and denies one role or member, beyond what the server does.</summary>
public sealed record PermissionOverwrite
{
    /// <summary>Of the role or the user.</summary>
    public ulong Id { get; init; }

    public PermissionTarget Type { get; init; }

    public GuildPermission Allow { get; init; }

    public GuildPermission Deny { get; init; }
}
