namespace DigestBot.Discord;

/// <summary>Whom the client speaks to, and as whom.</summary>
public sealed record DiscordRestConfig
{
    /// <summary>The version of the API that this library speaks.</summary>
    public const int ApiVersion = 10;

    /// <summary>The bot's token, without "Bot " before it. Null for a client that only answers interactions.</summary>
    public string? Token { get; init; }

    /// <summary>Ends with a slash. Another address is for tests: whoever answers there learns the token.</summary>
    public Uri BaseAddress { get; init; } = new($"https://discord.com/api/v{ApiVersion}/");

    /// <summary>Where the bot's makers can be found; part of the User-Agent that Discord demands.</summary>
    public required Uri ProjectUrl { get; init; }

    /// <summary>The bot's version; part of the User-Agent.</summary>
    public required string ProjectVersion { get; init; }

    /// <summary>How a request is made where the caller does not say.</summary>
    public RequestOptions DefaultOptions { get; init; } = new()
    {
        Timeout = TimeSpan.FromSeconds(15),
        MaxWait = TimeSpan.FromMinutes(1),
        RetryMode = RetryMode.RetrySafe,
        MaxRetries = 4,
    };

    /// <summary>Requests in a second over all routes, interactions apart. Discord allows 50 unless it has raised that for a bot.</summary>
    public int GlobalRequestsPerSecond { get; init; } = 50;

    /// <summary>
    /// Answers 401, 403 and 429 in ten minutes after which no request is made. At 10,000 Discord bans the address, and
    /// others may share it.
    /// </summary>
    public int InvalidRequestBudget { get; init; } = 5_000;

    /// <summary>Without the token, which is a secret.</summary>
    public override string ToString() => $"{BaseAddress} ({UserAgent})";

    internal string UserAgent => $"DiscordBot ({ProjectUrl}, {ProjectVersion})";
}
