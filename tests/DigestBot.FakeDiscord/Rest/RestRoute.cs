namespace DigestBot.FakeDiscord.Rest;

/// <summary>One operation of the interface; answered under the world's gate.</summary>
internal sealed record RestRoute(string Method, string Template, Func<RestCall, Reply> Answer)
{
    /// <summary>Whether the bot's token is asked for; interactions and webhooks carry their own in the path.</summary>
    public bool NeedsToken { get; init; } = true;

    /// <summary>Whether requests count for the common limit.</summary>
    public bool CountsGlobally { get; init; } = true;

    public string Name => $"{Method} {Template}";
}
