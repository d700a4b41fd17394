using DigestBot.FakeDiscord.Gateway;

namespace DigestBot.FakeDiscord;

/// <summary>How the fake is set up; the defaults are Discord's.</summary>
public sealed record FakeDiscordOptions
{
    /// <summary>The one token that is accepted.</summary>
    public string Token { get; init; } = "MTQwMDAwMDAwMDAwMDAwMDAwMQ.Fake00.never-a-real-token-0000000000000000000";

    /// <summary>0 lets the system choose.</summary>
    public int Port { get; init; }

    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>How long <c>enforce_nonce</c> remembers.</summary>
    public TimeSpan NonceWindow { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>What GET /gateway/bot recommends.</summary>
    public int Shards { get; init; } = 1;

    public int MaxConcurrency { get; init; } = 1;

    public int IdentifiesPerDay { get; init; } = 1000;

    /// <summary>How far apart sessions of one concurrency bucket must begin.</summary>
    public TimeSpan IdentifyInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether a connection without heartbeats is closed; not with a clock that leaps.</summary>
    public bool WatchesHeartbeats { get; init; }

    /// <summary>Guilds on one shard above which it is closed with 4011.</summary>
    public int GuildsPerShard { get; init; } = 2500;

    /// <summary>Privileged intents that the application may use.</summary>
    public GatewayIntent AllowedPrivileged { get; init; }

    /// <summary>Whether requests beyond their bucket are refused; the headers are there either way.</summary>
    public bool LimitsRates { get; init; } = true;

    /// <summary>Messages to one channel per five seconds, as deployments report it.</summary>
    public int MessagesPerFiveSeconds { get; init; } = 5;

    public int RequestsPerSecond { get; init; } = 50;

    /// <summary>Answers of 401, 403 and 429 in ten minutes after which the address is shut out.</summary>
    public int InvalidRequestsPerTenMinutes { get; init; } = 10_000;

    /// <summary>Lines of the journal that are kept.</summary>
    public int JournalLines { get; init; } = 20_000;

    /// <summary>Events that a session keeps for a resume.</summary>
    public int ReplayBuffer { get; init; } = 5000;
}
