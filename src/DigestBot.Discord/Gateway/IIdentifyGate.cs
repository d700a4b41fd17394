namespace DigestBot.Discord;

/// <summary>Decides when a shard may begin a session.</summary>
/// <remarks>
/// Discord counts sessions over all shards of a bot, on all machines, and resets the token of one that begins too many. So all
/// shards must ask the same gate; a bot that runs on several machines wraps one around <see cref="IdentifyLimiter"/> that
/// asks its database too.
/// </remarks>
public interface IIdentifyGate
{
    /// <summary>Waits until <paramref name="shardId"/> may begin a session. The turn is held until it is disposed of.</summary>
    Task<IIdentifyTurn> EnterAsync(int shardId, CancellationToken cancellationToken);
}
