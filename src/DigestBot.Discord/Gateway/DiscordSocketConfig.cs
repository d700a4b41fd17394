namespace DigestBot.Discord;

/// <summary>How a <see cref="DiscordSocketClient"/> connects.</summary>
public sealed record DiscordSocketConfig
{
    public GatewayIntents GatewayIntents { get; init; } = GatewayIntents.Unprivileged;

    /// <summary>Which shard this client is, from 0. Direct messages come to shard 0 only.</summary>
    public int ShardId { get; init; }

    public int TotalShards { get; init; } = 1;

    /// <summary>Address of the gateway; null to ask Discord.</summary>
    public string? GatewayHost { get; init; }

    /// <summary>How the program presents itself to the gateway.</summary>
    public string ClientName { get; init; } = "DigestBot.Discord";

    /// <summary>Inflate less to save traffic: worth it from thousands of servers on.</summary>
    public bool UseCompression { get; init; }

    /// <summary>For opening a connection, and again for the gateway's first word.</summary>
    public TimeSpan ConnectionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From the gateway's first word until the session is there; what was missed comes in this time.</summary>
    public TimeSpan SessionTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Larger messages end the connection. A big server's first event takes megabytes.</summary>
    public int MaxFrameBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>How many messages are handled at the same time, and how many interactions.</summary>
    public int MaxInFlight { get; init; } = 128;

    /// <summary>How many events of a kind may wait to be handled. With more, nothing is read until there is room.</summary>
    public int MaxWaiting { get; init; } = 8192;

    /// <summary>What opens connections; another one than the network's for tests.</summary>
    public Func<IGatewaySocket> WebSocketProvider { get; init; } = () => new WebGatewaySocket();
}
