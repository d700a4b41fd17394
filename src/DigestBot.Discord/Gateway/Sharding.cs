namespace DigestBot.Discord;

/// <summary>Which shard gets which server's events.</summary>
public static class Sharding
{
    /// <summary>Discord refuses a shard that would get more.</summary>
    public const int MostGuildsPerShard = 2500;

    /// <summary>The shard of a server.</summary>
    public static int ShardOf(ulong guildId, int totalShards)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(totalShards);
        return (int)((guildId >> 22) % (ulong)totalShards);
    }
}
