using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Ingest.WebSub;

/// <summary>Keeps the subscriptions, for as long as the host runs; does nothing without a public address.</summary>
internal sealed partial class WebSubWorker(
    SubscriptionKeeper keeper, IOptions<WebSubOptions> options, IOptions<IngestOptions> ingest, TimeProvider clock, ILogger<WebSubWorker> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn)
        {
            return;
        }

        using var timer = new PeriodicTimer(ingest.Value.LookInterval, clock);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // Whatever goes wrong with hubs, the next look tries again, and polling goes on beside it.
    // The filter asks the token, because a timeout is an OperationCanceledException too.
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await keeper.RunAsync(cancellationToken);
        }
        catch (StoreException exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogStoreFailed(exception.Message);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(FeedAddress.In(exception.ToString()));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Hubs wait for the store: {Reason}")]
    private partial void LogStoreFailed(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not keep the subscriptions; it will be tried again: {Exception}")]
    private partial void LogFailed(string exception);
}
