namespace DigestBot.Discord;

/// <summary>How Discord sees an interaction that was answered.</summary>
public sealed record InteractionCallbackInfo
{
    public ulong Id { get; init; }

    public InteractionType Type { get; init; }

    public ulong? ResponseMessageId { get; init; }

    public bool? ResponseMessageLoading { get; init; }

    public bool? ResponseMessageEphemeral { get; init; }
}
