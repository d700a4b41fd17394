namespace DigestBot.Discord;

/// <summary>The message that a first response has created or changed.</summary>
public sealed record InteractionCallbackResource
{
    public InteractionResponseType Type { get; init; }

    public Message? Message { get; init; }
}
