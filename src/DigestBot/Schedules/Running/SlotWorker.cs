using DigestBot.Delivery;
using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Schedules.Running;

/// <summary>Runs slots that became due, for as long as the host runs.</summary>
internal sealed partial class SlotWorker(
    SlotRunner runner, SlotBell bell, IOptions<ScheduleOptions> options, ILogger<SlotWorker> logger) : BackgroundService
{
    private bool _storeIsAway;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await RunAsync(stoppingToken))
            {
                await bell.WaitAsync(options.Value.LookInterval, stoppingToken);
            }
        }
    }

    // Whatever goes wrong, tomorrow's slots still have to run, so this catches everything but our own shutdown.
    private async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            int taken = await runner.RunAsync(cancellationToken);
            if (_storeIsAway)
            {
                LogStoreIsBack();
                _storeIsAway = false;
            }

            return taken > 0;
        }
        catch (StoreException exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (!_storeIsAway)
            {
                LogStoreIsAway(exception.Message);
                _storeIsAway = true;
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception);
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Schedules wait for the store: {Reason}")]
    private partial void LogStoreIsAway(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The store is back; schedules go on")]
    private partial void LogStoreIsBack();

    [LoggerMessage(Level = LogLevel.Error, Message = "Due slots could not be run; they are tried again")]
    private partial void LogFailed(Exception exception);
}
