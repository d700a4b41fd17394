using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Schedules.Engine;

/// <summary>Runs the scheduler for as long as the host runs, and starts it again and again while the store is down.</summary>
internal sealed partial class SchedulerWorker(
    SchedulerEngine engine,
    IAlarms alarms,
    AlarmComparison comparison,
    ChoreSchedule chores,
    IOptions<ScheduleOptions> options,
    TimeProvider clock,
    ILogger<SchedulerWorker> logger) : BackgroundService
{
    private bool _started;

    // The first try is part of the host's own start: who is told that it runs may rely on it.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _started = await TryStartAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await engine.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!_started)
        {
            await Task.Delay(options.Value.LookInterval, clock, stoppingToken);
            _started = await TryStartAsync(stoppingToken);
        }
    }

    // In this order: what changes from here on is followed, then what was there before is compared, then all is in motion.
    private async Task<bool> TryStartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await engine.StartAsync(cancellationToken);
            await alarms.FollowAsync(cancellationToken);
            await comparison.RunAsync(cancellationToken);
            await chores.DeclareAsync(cancellationToken);
            return true;
        }
        catch (StoreException exception)
        {
            LogNotStarted(exception.Message);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scheduler waits for the store: {Reason}")]
    private partial void LogNotStarted(string reason);
}
