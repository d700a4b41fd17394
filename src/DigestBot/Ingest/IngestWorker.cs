using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Ingest;

/// <summary>Reads every source that is due, for as long as the host runs.</summary>
internal sealed partial class IngestWorker(
    PollRound round, IOptions<IngestOptions> options, TimeProvider clock, ILogger<IngestWorker> logger) : BackgroundService
{
    private bool _hasBegun;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookInterval, clock);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // The store may be down for a while; polling goes on when it is back.
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!_hasBegun)
            {
                await round.BeginAsync(cancellationToken);
                _hasBegun = true;
            }

            await round.RunAsync(cancellationToken);
        }
        catch (StoreException exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogStoreFailed(exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Polling waits for the store: {Reason}")]
    private partial void LogStoreFailed(string reason);
}
