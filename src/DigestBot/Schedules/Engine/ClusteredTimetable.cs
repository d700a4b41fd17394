using System.Data.Common;
using System.Runtime.ExceptionServices;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using Quartz;

namespace DigestBot.Schedules.Engine;

/// <summary>Alarms in the store itself: they change in the schedule's own transaction, and every node sees them.</summary>
/// <remarks>The one class outside the store that touches a database transaction: to hand it to the scheduler.</remarks>
internal sealed class ClusteredTimetable(SchedulerEngine engine) : IAlarms
{
    public async Task SetAsync(StoreTransaction transaction, ScheduleAlarm alarm, CancellationToken cancellationToken)
    {
        IScheduler scheduler = await engine.GetAsync(cancellationToken);
        DbTransaction joined = transaction.Transaction;
        try
        {
            using (scheduler.EnlistTransaction(joined))
            {
                await AlarmTrigger.SetAsync(scheduler, alarm, cancellationToken);
            }
        }
        catch (SchedulerException exception)
        {
            // As the database reported it, so that a deadlock is tried again and an outage told as one.
            ExceptionDispatchInfo.Throw(SchedulerErrors.CauseOf(exception));
        }
    }

    public void Changed()
    {
        // Every node looks at the tables every few seconds.
    }

    public Task CommittedAsync(IReadOnlyList<ScheduleAlarm> alarms, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task FollowAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
