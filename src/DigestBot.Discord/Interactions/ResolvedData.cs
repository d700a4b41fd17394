using System.Collections.ObjectModel;

namespace DigestBot.Discord;

/// <summary>What the ids of an interaction stand for.</summary>
public sealed record ResolvedData
{
    public IReadOnlyDictionary<ulong, DiscordUser> Users { get; init => field = value ?? Empty<DiscordUser>(); } = Empty<DiscordUser>();

    /// <summary>Without users inside.</summary>
    public IReadOnlyDictionary<ulong, GuildMember> Members { get; init => field = value ?? Empty<GuildMember>(); } = Empty<GuildMember>();

    public IReadOnlyDictionary<ulong, Role> Roles { get; init => field = value ?? Empty<Role>(); } = Empty<Role>();

    public IReadOnlyDictionary<ulong, Channel> Channels { get; init => field = value ?? Empty<Channel>(); } = Empty<Channel>();

    /// <summary>With content, whatever the intents.</summary>
    public IReadOnlyDictionary<ulong, Message> Messages { get; init => field = value ?? Empty<Message>(); } = Empty<Message>();

    private static ReadOnlyDictionary<ulong, T> Empty<T>() =>
        ReadOnlyDictionary<ulong, T>.Empty;
}
