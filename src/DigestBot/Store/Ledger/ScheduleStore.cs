namespace DigestBot.Store.Ledger;

/// <summary>The schedules. Changes are part of a transaction that also moves the scheduler's trigger.</summary>
internal sealed class ScheduleStore(Database database, TimeProvider clock)
{
    /// <summary>Schedules of the space, by name.</summary>
    public Task<IReadOnlyList<Schedule>> ListAsync(Space space, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>By id or by name, whatever its case; null when the space has none such.</summary>
    public Task<Schedule?> FindAsync(Space space, string idOrName, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Schedules of all spaces, removed ones left out, in order of id, after <paramref name="afterId"/>.</summary>
    public Task<IReadOnlyList<ScheduleAlarm>> AlarmsAsync(long afterId, int limit, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Grows with every change to any schedule: who sees the same number has seen all changes.</summary>
    public Task<long> RevisionAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Ids and alarms of what changed after <paramref name="revision"/>, removed ones among them.</summary>
    public Task<IReadOnlyList<ScheduleAlarm>> ChangedAsync(long revision, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Schedules whose next slot is due, locked until the transaction ends; others get different ones.</summary>
    public Task<IReadOnlyList<Schedule>> TakeDueAsync(
        StoreTransaction transaction, DateTimeOffset now, int limit) => throw new NotImplementedException();

    /// <summary>One schedule, locked until the transaction ends; null when it is gone.</summary>
    public Task<Schedule?> LockAsync(StoreTransaction transaction, long id) => throw new NotImplementedException();

    /// <summary>Keeps others from adding to the space, then says how many schedules and which topics (null left out) it has.</summary>
    public Task<ScheduleCounts> CountAsync(StoreTransaction transaction, Space space) => throw new NotImplementedException();

    /// <returns>The stored schedule, or null when the space has one of this name.</returns>
    public Task<Schedule?> AddAsync(StoreTransaction transaction, NewSchedule schedule) => throw new NotImplementedException();

    /// <summary>Writes settings, channel, pause, skip and marks.</summary>
    /// <returns>False when the space has another schedule of this name.</returns>
    public Task<bool> UpdateAsync(StoreTransaction transaction, Schedule schedule) => throw new NotImplementedException();

    /// <summary>Writes the marks of schedules whose slots were opened: OpenedUntil, NextDue, SkipNext. Not a change of the revision.</summary>
    public Task OpenedAsync(StoreTransaction transaction, IReadOnlyList<Schedule> schedules) => throw new NotImplementedException();

    /// <summary>Moves <see cref="Schedule.CoveredUntil"/> forward, never back.</summary>
    public Task CoveredAsync(StoreTransaction transaction, IReadOnlyList<(long ScheduleId, DateTimeOffset Until)> covered) => throw new NotImplementedException();

    /// <summary>Hides the schedule; its ledger stays.</summary>
    public Task RemoveAsync(StoreTransaction transaction, long id) => throw new NotImplementedException();
}
