namespace DigestBot.Discord;

/// <summary>The first event of a session.</summary>
internal sealed record ReadyEvent
{
    public DiscordUser? User { get; init; }

    public Application? Application { get; init; }

    public IReadOnlyList<UnavailableGuild> Guilds { get; init => field = value ?? []; } = [];

    public string? SessionId { get; init; }

    public string? ResumeGatewayUrl { get; init; }
}
