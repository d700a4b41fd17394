using System.Text.Json.Serialization;

namespace DigestBot.Discord;

/// <summary>A place where messages stand: a channel of a server, a thread, a forum, a conversation with one person.</summary>
public sealed record Channel
{
    public ulong Id { get; init; }

    public ChannelType Type { get; init; }

    /// <summary>The server; null in direct messages.</summary>
    public ulong? GuildId { get; init; }

    public string? Name { get; init; }

    /// <summary>The category of a channel, the channel of a thread.</summary>
    public ulong? ParentId { get; init; }

    public ulong? LastMessageId { get; init; }

    public IReadOnlyList<PermissionOverwrite> PermissionOverwrites { get; init => field = value ?? []; } = [];

    /// <summary>What the asking user may do there; only where an interaction mentions the channel.</summary>
    public GuildPermission? Permissions { get; init; }

    /// <summary>Only of threads.</summary>
    public ThreadMetadata? ThreadMetadata { get; init; }

    /// <summary>Who began the thread.</summary>
    public ulong? OwnerId { get; init; }

    /// <summary>Tags that posts of this forum may carry.</summary>
    public IReadOnlyList<ForumTag> AvailableTags { get; init => field = value ?? []; } = [];

    /// <summary>Tags of this post.</summary>
    public IReadOnlyList<ulong> AppliedTags { get; init => field = value ?? []; } = [];

    public ChannelFlags Flags { get; init; }

    public IReadOnlyList<DiscordUser> Recipients { get; init => field = value ?? []; } = [];

    /// <summary>The first message, where a forum post was just created.</summary>
    public Message? Message { get; init; }

    [JsonIgnore]
    public bool IsThread => Type is ChannelType.NewsThread or ChannelType.PublicThread or ChannelType.PrivateThread;
}
