using DigestBot.Store;
using DigestBot.Store.Ledger;
using Quartz;

namespace DigestBot.Schedules.Engine;

/// <summary>Alarms in the memory of the one process that serves. They follow the rows after these are committed.</summary>
internal sealed class EmbeddedTimetable(SchedulerEngine engine, ScheduleStore schedules) : IAlarms, IDisposable
{
    // What is read is set before anything newer is read, so that an alarm never goes back to what it was.
    private readonly SemaphoreSlim _inOrder = new(1, 1);
    private long? _seen;

    public Task SetAsync(StoreTransaction transaction, ScheduleAlarm alarm, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Changed() => engine.Wake(RepairAlarms.ChoreName);

    public async Task CommittedAsync(IReadOnlyList<ScheduleAlarm> alarms, CancellationToken cancellationToken)
    {
        if (!engine.IsRunning)
        {
            return;
        }

        await _inOrder.WaitAsync(cancellationToken);
        try
        {
            await ApplyAsync(alarms, cancellationToken);
        }
        finally
        {
            _inOrder.Release();
        }
    }

    // The first time only notes how far it has seen: what was there before is compared when the scheduler starts.
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        if (!engine.IsRunning)
        {
            return;
        }

        await _inOrder.WaitAsync(cancellationToken);
        try
        {
            long seen = _seen ?? await schedules.RevisionAsync(cancellationToken);
            if (_seen is not null)
            {
                IReadOnlyList<ScheduleAlarm> changed = await schedules.ChangedAsync(seen, cancellationToken);
                await ApplyAsync(changed, cancellationToken);
                seen = changed.Aggregate(seen, (newest, alarm) => Math.Max(newest, alarm.Revision));
            }

            _seen = seen;
        }
        finally
        {
            _inOrder.Release();
        }
    }

    public void Dispose() => _inOrder.Dispose();

    private async Task ApplyAsync(IReadOnlyList<ScheduleAlarm> alarms, CancellationToken cancellationToken)
    {
        IScheduler scheduler = await engine.GetAsync(cancellationToken);
        foreach (ScheduleAlarm alarm in alarms)
        {
            await AlarmTrigger.SetAsync(scheduler, alarm, cancellationToken);
        }
    }
}
