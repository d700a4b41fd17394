using static System.FormattableString;

namespace DigestBot.Discord;

/// <summary>What the numbers mean with which the gateway closes a connection, and what follows.</summary>
internal static class CloseCodes
{
    /// <summary>Ends the session: the bot goes offline at once.</summary>
    public const int Normal = 1000;

    /// <summary>Of our own: any number but 1000 and 1001 keeps the session alive for a while.</summary>
    public const int KeepSession = 4200;

    public const int AuthenticationFailed = 4004;
    public const int InvalidShard = 4010;
    public const int ShardingRequired = 4011;
    public const int InvalidVersion = 4012;
    public const int InvalidIntents = 4013;
    public const int DisallowedIntents = 4014;

    /// <summary>What to do when the gateway closes with <paramref name="code"/>; null where it went without one.</summary>
    /// <remarks>An attempt to resume that fails costs nothing, a session does: so whatever is unknown is resumed.</remarks>
    public static AfterClose After(int? code) => code switch
    {
        AuthenticationFailed or (>= InvalidShard and <= DisallowedIntents) => AfterClose.Stop,
        4006 or 4007 or 4009 => AfterClose.NewSession,
        _ => AfterClose.Resume,
    };

    /// <summary>One sentence on why <paramref name="code"/> came; for codes that stop, what the owner has to do.</summary>
    public static string Describe(int? code, DiscordSocketConfig config) => code switch
    {
        null => "The connection to the gateway broke.",
        AuthenticationFailed =>
            "Discord does not accept the bot's token: get a new one in the Discord Developer Portal (your application, Bot, "
            + "Reset Token) and put it into the bot's settings.",
        InvalidShard =>
            Invariant($"Discord does not accept shard {config.ShardId} of {config.TotalShards}: ")
            + "set a number of shards of at least 1, and shard ids from 0 to one less.",
        ShardingRequired =>
            Invariant($"The bot is in too many servers for {config.TotalShards} shard(s), ")
            + Invariant($"of which each takes {Sharding.MostGuildsPerShard} at most: set more shards."),
        InvalidVersion =>
            "Discord no longer speaks the version of the gateway that this program knows: install a newer version of it.",
        InvalidIntents => Invariant(
            $"Discord does not know some of the intents {(int)config.GatewayIntents}: set them to {(int)GatewayIntents.Unprivileged}."),
        DisallowedIntents =>
            Invariant($"The intents {(int)config.GatewayIntents} contain privileged ones that this application may not use: ")
            + "switch them on in the Discord Developer Portal (your application, Bot, Privileged Gateway Intents), "
            + Invariant($"or set the intents to {(int)GatewayIntents.Unprivileged}."),
        _ => Invariant($"The gateway closed the connection with code {code} ({Name(code)})."),
    };

    private static string Name(int? code) => code switch
    {
        Normal => "normal closure",
        1001 => "going away",
        4000 => "unknown error",
        4001 => "unknown opcode",
        4002 => "decode error",
        4003 => "not authenticated",
        4005 => "already authenticated",
        4007 => "invalid sequence number",
        4008 => "rate limited",
        4009 => "session timed out",
        _ => "no name for it is known",
    };
}
