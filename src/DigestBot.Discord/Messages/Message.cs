using System.Text.Json.Serialization;

namespace DigestBot.Discord;

/// <summary>A message as Discord shows it to the bot.</summary>
/// <remarks>
/// Without the Message Content intent, content, embeds and components are empty except in the bot's own messages, direct
/// messages, messages that mention it, and the target of a message command.
/// </remarks>
public sealed record Message
{
    public ulong Id { get; init; }

    public ulong ChannelId { get; init; }

    /// <summary>Only in gateway events.</summary>
    public ulong? GuildId { get; init; }

    public DiscordUser Author { get; init => field = value ?? new(); } = new();

    /// <summary>Of the author, without a user inside; only in gateway events.</summary>
    public GuildMember? Member { get; init; }

    public MessageType Type { get; init; }

    public string Content { get; init => field = value ?? ""; } = "";

    public DateTimeOffset Timestamp { get; init; }

    public DateTimeOffset? EditedTimestamp { get; init; }

    public IReadOnlyList<DiscordUser> Mentions { get; init => field = value ?? []; } = [];

    public IReadOnlyList<ulong> MentionRoles { get; init => field = value ?? []; } = [];

    public bool MentionEveryone { get; init; }

    public IReadOnlyList<Embed> Embeds { get; init => field = value ?? []; } = [];

    public IReadOnlyList<MessageComponent> Components { get; init => field = value ?? []; } = [];

    public MessageFlags Flags { get; init; }

    /// <summary>What the sender gave to tell a repeated request; documented, but not promised in history.</summary>
    [JsonConverter(typeof(NonceConverter))]
    public string? Nonce { get; init; }

    /// <summary>Set where a webhook wrote it, interaction responses included.</summary>
    public ulong? WebhookId { get; init; }

    public ulong? ApplicationId { get; init; }

    /// <summary>The message that this one replies to or forwards.</summary>
    public MessageReference? MessageReference { get; init; }

    /// <summary>The message replied to, where Discord looked it up; null too where it was deleted.</summary>
    public Message? ReferencedMessage { get; init; }

    /// <summary>The interaction that this message answers.</summary>
    public MessageInteractionMetadata? InteractionMetadata { get; init; }

    /// <summary>The thread begun from this message.</summary>
    public Channel? Thread { get; init; }
}
