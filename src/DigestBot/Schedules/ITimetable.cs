using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules;

/// <summary>Wakes schedules when a slot is due. Derived from the schedules, which are the truth.</summary>
internal interface ITimetable
{
    /// <summary>Sets, moves or removes the alarm of a schedule as part of the transaction that changes it, where the scheduler lives in the store.</summary>
    Task SetAsync(StoreTransaction transaction, ScheduleAlarm alarm, CancellationToken cancellationToken);

    /// <summary>Tells the scheduler of this process, where it has one of its own, that schedules were changed and committed.</summary>
    void Changed();
}
