namespace DigestBot.Discord;

/// <summary>The application that the bot belongs to.</summary>
public sealed record Application
{
    public ulong Id { get; init; }

    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The key with which interactions sent over HTTP are signed, in hex.</summary>
    public string? VerifyKey { get; init; }

    public DiscordUser? Owner { get; init; }

    /// <summary>The bot's user.</summary>
    public DiscordUser? Bot { get; init; }

    /// <summary>Anyone may add the bot, not only its owner.</summary>
    public bool? BotPublic { get; init; }

    public ApplicationFlags Flags { get; init; }

    /// <summary>Where Discord posts interactions; null where they come over the gateway.</summary>
    public string? InteractionsEndpointUrl { get; init; }

    public int? ApproximateGuildCount { get; init; }

    public int? ApproximateUserInstallCount { get; init; }
}
