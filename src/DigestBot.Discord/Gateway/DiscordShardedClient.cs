using System.Collections.Concurrent;

namespace DigestBot.Discord;

/// <summary>The shards that run in this process. Each is started and stopped by itself, so that they can move between machines.</summary>
/// <param name="create">Makes the client of a shard and subscribes to its events; all must share one gate.</param>
/// <remarks>Two processes must not run the same shard: the caller sees to that. Safe to call concurrently.</remarks>
public sealed class DiscordShardedClient(Func<int, DiscordSocketClient> create) : IAsyncDisposable
{
    private readonly SemaphoreSlim _lifecycle = new(1);
    private readonly ConcurrentDictionary<int, DiscordSocketClient> _shards = new();

    /// <summary>Those that were started and not stopped, by their id.</summary>
    public IReadOnlyDictionary<int, DiscordSocketClient> Shards => _shards;

    /// <summary>The client that gets a server's events, or null where another process has it.</summary>
    public DiscordSocketClient? ShardFor(ulong guildId, int totalShards) =>
        _shards.GetValueOrDefault(Sharding.ShardOf(guildId, totalShards));

    /// <summary>Starts shards in their order, which is the one that Discord asks for; those that run already are left alone.</summary>
    public async Task StartAsync(string token, IEnumerable<int> shardIds)
    {
        await _lifecycle.WaitAsync();
        try
        {
            foreach (int shardId in shardIds.Order())
            {
                DiscordSocketClient shard = _shards.GetOrAdd(shardId, create);
                await shard.LoginAsync(token);
                await shard.StartAsync();
            }
        }
        finally
        {
            _lifecycle.Release();
        }
    }

    /// <summary>Stops one shard and waits for its handlers; then another process may start it.</summary>
    public async Task StopAsync(int shardId)
    {
        await _lifecycle.WaitAsync();
        try
        {
            if (_shards.TryRemove(shardId, out DiscordSocketClient? shard))
            {
                await shard.DisposeAsync();
            }
        }
        finally
        {
            _lifecycle.Release();
        }
    }

    /// <summary>Stops all shards, at the same time.</summary>
    public async Task StopAsync()
    {
        await _lifecycle.WaitAsync();
        try
        {
            await Task.WhenAll(_shards.Values.Select(shard => shard.DisposeAsync().AsTask()));
            _shards.Clear();
        }
        finally
        {
            _lifecycle.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _lifecycle.Dispose();
    }
}
