using DigestBot.Store;

namespace DigestBot.Stories;

/// <summary>Groups what has come in, for as long as the host runs.</summary>
internal sealed partial class StoryWorker(StoryGrouper grouper, TimeProvider clock, ILogger<StoryWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            await GroupAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task GroupAsync(CancellationToken cancellationToken)
    {
        try
        {
            int grouped = await grouper.RunAsync(cancellationToken);
            if (grouped > 0)
            {
                LogGrouped(grouped);
            }
        }
        catch (StoreException exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogStoreFailed(exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Grouped {Articles} articles into stories")]
    private partial void LogGrouped(int articles);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Grouping waits for the store: {Reason}")]
    private partial void LogStoreFailed(string reason);
}
