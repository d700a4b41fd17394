using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Running;

/// <summary>Makes the connection of a shard, with everybody subscribed who wants to hear of it.</summary>
internal sealed class ShardFactory(
    DiscordRestClient rest,
    IIdentifyGate gate,
    IEnumerable<IShardListener> listeners,
    TimeProvider clock,
    Random random,
    ILoggerFactory loggers)
{
    public DiscordSocketClient Create(int shardId, int totalShards, Action<GatewayClosedException> fatal)
    {
        var config = new DiscordSocketConfig { ShardId = shardId, TotalShards = totalShards, ClientName = "DigestBot" };
        var shard = new DiscordSocketClient(
            config,
            token => rest.GetGatewayBotAsync(token),
            gate,
            clock,
            new Random(Seed()),
            loggers.CreateLogger<DiscordSocketClient>());
        shard.FatalError += exception =>
        {
            fatal(exception);
            return Task.CompletedTask;
        };
        foreach (IShardListener listener in listeners)
        {
            listener.Attach(shard);
        }

        return shard;
    }

    // Random is not safe to call concurrently, and shards are.
    private int Seed()
    {
        lock (random)
        {
            return random.Next();
        }
    }
}
