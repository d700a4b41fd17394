using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Discord;

/// <summary>The gate for all shards of one process: keeps the limits that Discord names, and stricter ones of our own.</summary>
/// <remarks>
/// Three waits come one after the other: a shard whose sessions keep dying waits longer each time; while Discord allows few
/// more sessions, everybody waits until the count starts anew; and of the shards in one bucket only one goes in five seconds.
/// </remarks>
/// <param name="askDiscord">Gets the limits, as <c>GET /gateway/bot</c> names them.</param>
public sealed partial class IdentifyLimiter(
    Func<CancellationToken, Task<GatewayBot>> askDiscord, TimeProvider clock, ILogger<IdentifyLimiter>? logger = null) : IIdentifyGate
{
    /// <summary>So many sessions are left for the owner, who may have to start the bot by hand.</summary>
    public const int KeptInReserve = 10;

    // Discord counts five seconds from the arrival of a request, and not all take the same time on the way.
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5.5);

    // Other processes with the same token use up sessions too.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ILogger _logger = logger ?? NullLogger<IdentifyLimiter>.Instance;
    private readonly TurnQueue _asking = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<int, IdentifyBucket> _buckets = [];
    private readonly Dictionary<int, YoungDeaths> _deaths = [];

    private SessionStartLimit? _limit;
    private long _askedAt;
    private int _taken;
    private int _open;

    /// <inheritdoc/>
    public async Task<IIdentifyTurn> EnterAsync(int shardId, CancellationToken cancellationToken)
    {
        YoungDeaths deaths;
        lock (_gate)
        {
            deaths = Get(_deaths, shardId, () => new YoungDeaths(clock));
        }

        if (deaths.Pause() is var pause && pause > TimeSpan.Zero)
        {
            LogManySessions(shardId, deaths.Recent, pause);
            await Task.Delay(pause, clock, cancellationToken);
        }

        int concurrency = await TakeOneAsync(shardId, cancellationToken);
        IdentifyBucket bucket;
        lock (_gate)
        {
            bucket = Get(_buckets, shardId % concurrency, () => new IdentifyBucket(Spacing, clock));
        }

        var turn = new Turn(this, bucket, deaths);
        try
        {
            await bucket.EnterAsync(cancellationToken);
            return turn;
        }
        catch
        {
            Close(used: false);
            throw;
        }
    }

    /// <returns>How many shards may begin a session in the same five seconds.</returns>
    private async Task<int> TakeOneAsync(int shardId, CancellationToken cancellationToken)
    {
        await _asking.EnterAsync(cancellationToken);
        try
        {
            while (true)
            {
                if (_limit is null || clock.GetElapsedTime(_askedAt) >= Fresh)
                {
                    SessionStartLimit limit = (await askDiscord(cancellationToken)).SessionStartLimit;
                    Learn(limit);
                }

                if (TryTake(out SessionStartLimit known))
                {
                    return Math.Max(1, known.MaxConcurrency);
                }

                TimeSpan untilReset = TimeSpan.FromMilliseconds(Math.Max(0, known.ResetAfter)) - clock.GetElapsedTime(_askedAt);
                TimeSpan wait = untilReset > Fresh ? untilReset : Fresh;
                LogFewLeft(shardId, known.Remaining, wait);
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
        finally
        {
            _asking.Leave();
        }
    }

    private void Learn(SessionStartLimit limit)
    {
        lock (_gate)
        {
            (_limit, _askedAt, _taken) = (limit, clock.GetTimestamp(), 0);
        }
    }

    private bool TryTake(out SessionStartLimit known)
    {
        lock (_gate)
        {
            known = _limit!;
            bool left = known.Remaining - _taken - _open > KeptInReserve;
            _open += left ? 1 : 0;
            return left;
        }
    }

    private void Close(bool used)
    {
        lock (_gate)
        {
            _open--;
            _taken += used ? 1 : 0;
        }
    }

    private static T Get<T>(Dictionary<int, T> all, int key, Func<T> create)
    {
        if (!all.TryGetValue(key, out T? found))
        {
            all[key] = found = create();
        }

        return found;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Shard {ShardId} has begun {Sessions} sessions within an hour; it waits {Pause} before the next one")]
    private partial void LogManySessions(int shardId, int sessions, TimeSpan pause);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Discord lets this bot begin only {Remaining} more sessions before it resets the token; shard {ShardId} waits {Wait}")]
    private partial void LogFewLeft(int shardId, int remaining, TimeSpan wait);

    /// <summary>One shard's turn; the next one in its bucket waits for its end.</summary>
    private sealed class Turn(IdentifyLimiter limiter, IdentifyBucket bucket, YoungDeaths deaths) : IIdentifyTurn
    {
        private bool _used;
        private bool _disposed;

        public void Used()
        {
            _used = true;
            bucket.Used();
            deaths.Began();
        }

        public ValueTask DisposeAsync()
        {
            if (!_disposed)
            {
                _disposed = true;
                limiter.Close(_used);
                bucket.Leave();
            }

            return ValueTask.CompletedTask;
        }
    }
}
