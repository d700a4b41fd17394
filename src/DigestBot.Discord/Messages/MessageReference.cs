namespace DigestBot.Discord;

/// <summary>Points to another message.</summary>
public sealed record MessageReference
{
    public MessageReferenceType? Type { get; init; }

    public ulong? MessageId { get; init; }

    public ulong? ChannelId { get; init; }

    public ulong? GuildId { get; init; }

    /// <summary>When sending: an error if the message is gone; with false it is sent without reference.</summary>
    public bool? FailIfNotExists { get; init; }
}
