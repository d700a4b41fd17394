using System.Globalization;
using DigestBot.Delivery;
using DigestBot.Discord;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Adapters.Discord.Running;

/// <summary>The gate for the shards of all nodes: within one node the library's, between nodes a lease that runs out by itself.</summary>
/// <remarks>
/// Where the store cannot be asked nobody begins a session: Discord resets the token of a bot that begins too many, and what
/// would be answered needs the store anyway.
/// </remarks>
internal sealed partial class StoreIdentifyGate(
    IdentifyLimiter limiter,
    DiscordRestClient rest,
    LeaseStore leases,
    NodeName node,
    TimeProvider clock,
    ILogger<StoreIdentifyGate> logger)
    : IIdentifyGate
{
    // Discord wants five seconds between two sessions of a bucket; the first may be asked for a moment after the lease was.
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task<IIdentifyTurn> EnterAsync(int shardId, CancellationToken cancellationToken)
    {
        IIdentifyTurn turn = await limiter.EnterAsync(shardId, cancellationToken);
        try
        {
            int concurrency = Math.Max(1, (await rest.GetGatewayBotAsync(cancellationToken)).SessionStartLimit.MaxConcurrency);
            string lease = string.Create(CultureInfo.InvariantCulture, $"discord-identify-{shardId % concurrency}");
            while (!await TryTakeAsync(lease, cancellationToken))
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }

            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    private async Task<bool> TryTakeAsync(string lease, CancellationToken cancellationToken)
    {
        try
        {
            return await leases.TakeAsync(lease, node.Value, Turn, cancellationToken) is not null;
        }
        catch (StoreException exception)
        {
            LogNotAsked(exception.Message);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No session with Discord is begun while the store is down: {Reason}")]
    private partial void LogNotAsked(string reason);
}
