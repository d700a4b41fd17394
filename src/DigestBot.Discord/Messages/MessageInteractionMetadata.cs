namespace DigestBot.Discord;

/// <summary>The interaction that a message answers.</summary>
public sealed record MessageInteractionMetadata
{
    public ulong Id { get; init; }

    public InteractionType Type { get; init; }

    /// <summary>Who asked.</summary>
    public DiscordUser? User { get; init; }

    /// <summary>The first answer, where this message is a follow-up.</summary>
    public ulong? OriginalResponseMessageId { get; init; }
}
