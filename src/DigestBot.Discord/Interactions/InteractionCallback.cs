namespace DigestBot.Discord;

/// <summary>What a first response has created.</summary>
public sealed record InteractionCallback
{
    public InteractionCallbackInfo Interaction { get; init => field = value ?? new(); } = new();

    public InteractionCallbackResource? Resource { get; init; }
}
