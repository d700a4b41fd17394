using DigestBot.Store.Ledger;

namespace DigestBot.Schedules;

/// <summary>The timetable as those see it who keep it in step with the schedules.</summary>
internal interface IAlarms : ITimetable
{
    /// <summary>Sets alarms that were committed, where the scheduler is this process's own and could not take part in the transaction.</summary>
    Task CommittedAsync(IReadOnlyList<ScheduleAlarm> alarms, CancellationToken cancellationToken);

    /// <summary>Takes up what other processes changed since the last time, where the scheduler is this process's own.</summary>
    Task FollowAsync(CancellationToken cancellationToken);
}
