using DigestBot.Delivery;
using DigestBot.Discord;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Adapters.Discord.Running;

/// <summary>Runs the shards whose leases this node has, and no other: each event is handled by one node.</summary>
/// <remarks>Nodes take one share in each round, so those that start together share.</remarks>
internal sealed partial class ShardOwner(
    ShardFactory factory,
    LeaseStore leases,
    NodeName node,
    IOptions<DiscordOptions> options,
    TimeProvider clock,
    ILoggerFactory loggers,
    ILogger<ShardOwner> logger)
{
    private readonly ShardTerms _terms = new(options.Value.ShardLease);
    private readonly HashSet<ShardLease> _held = [];
    private readonly Dictionary<ShardLease, Task> _stopping = [];
    private volatile GatewayClosedException? _fatal;

    /// <summary>Until it is stopped, or Discord says that it will not let the bot connect again.</summary>
    /// <param name="total">Of so many shards.</param>
    /// <param name="stopping">Stops all shards, and gives the leases back.</param>
    /// <returns>What Discord said; null where it was stopped.</returns>
    public async Task<GatewayClosedException?> RunAsync(int total, CancellationToken stopping)
    {
        _fatal = null;
        ILogger<ShardLease> leaseLogger = loggers.CreateLogger<ShardLease>();
        ShardLease[] shares =
            [.. ShardShare.Of(options.Value, total).Select(share => new ShardLease(share, _terms, leases, node, clock, leaseLogger))];
        await using var shards = new DiscordShardedClient(id => factory.Create(id, total, exception => _fatal = exception));
        try
        {
            while (_fatal is null)
            {
                await RenewAsync(shards, stopping);
                await TakeAsync(shares, shards, stopping);
                await Task.Delay(_terms.Round, clock, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What is held is given back below.
        }

        _held.Clear();
        await shards.StopAsync();
        await Task.WhenAll(_stopping.Values);
        _stopping.Clear();
        await Task.WhenAll(shares.Select(share => share.ReleaseAsync()));
        return _fatal;
    }

    private async Task RenewAsync(DiscordShardedClient shards, CancellationToken stopping)
    {
        await WithinRoundAsync(Task.WhenAll(_held.Select(lease => lease.AskAsync())), stopping);
        foreach (ShardLease lost in _held.Where(lease => !lease.HoldsFor(_terms.Round)).ToArray())
        {
            _held.Remove(lost);
            _stopping[lost] = StopAsync(lost, shards);
        }
    }

    private async Task TakeAsync(ShardLease[] shares, DiscordShardedClient shards, CancellationToken stopping)
    {
        foreach (ShardLease free in shares.Where(IsFree))
        {
            await WithinRoundAsync(free.AskAsync(), stopping);
            if (free.HoldsFor(_terms.Round))
            {
                _held.Add(free);
                LogTaken(free.Share);
                await shards.StartAsync(options.Value.Token, free.Share.ShardIds);
                return;
            }
        }
    }

    private bool IsFree(ShardLease lease) =>
        !_held.Contains(lease) && (!_stopping.TryGetValue(lease, out Task? stopped) || stopped.IsCompleted);

    // The connections close at once; handlers that run are waited for beside the others' renewals.
    private async Task StopAsync(ShardLease lease, DiscordShardedClient shards)
    {
        LogLost(lease.Share);
        await Task.WhenAll(lease.Share.ShardIds.Select(shards.StopAsync));
        await lease.ReleaseAsync();
    }

    // A store that hangs must not keep a shard running whose lease ends.
    private async Task WithinRoundAsync(Task asking, CancellationToken stopping)
    {
        try
        {
            await asking.WaitAsync(_terms.Round, clock, stopping);
        }
        catch (TimeoutException)
        {
            // What was known before holds for a while.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "This node runs shard {Shards} of Discord")]
    private partial void LogTaken(ShardShare shards);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "This node stops shard {Shards} of Discord: another one has its lease, or the store does not answer")]
    private partial void LogLost(ShardShare shards);
}
