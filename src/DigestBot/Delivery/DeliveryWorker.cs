using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Delivery;

/// <summary>Sends posts to every connected platform, for as long as the host runs.</summary>
internal sealed partial class DeliveryWorker(
    Outbox outbox, PostStore posts, PostBell bell, DeliveryMetrics metrics, TimeProvider clock, ILogger<DeliveryWorker> logger)
    : BackgroundService
{
    // How often the depth of the queue is counted, if anybody wants to know.
    private static readonly TimeSpan CountInterval = TimeSpan.FromSeconds(15);

    private DateTimeOffset _counted = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Task[] pumps = [.. outbox.Pumps.Select(pump => pump.RunAsync(stoppingToken))];
        try
        {
            while (true)
            {
                await CountAsync(stoppingToken);
                await bell.WaitAsync(CountInterval, stoppingToken);
                foreach (PlatformPump pump in outbox.Pumps)
                {
                    pump.Wake();
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(pumps);
        }
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        if (!metrics.WantsDepth || clock.GetUtcNow() < _counted + CountInterval)
        {
            return;
        }

        _counted = clock.GetUtcNow();
        try
        {
            metrics.Waiting((await posts.StateAsync(null, cancellationToken)).Waiting);
        }
        catch (StoreException exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotCounted(exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The outbox cannot be counted: {Reason}")]
    private partial void LogNotCounted(string reason);
}
