using DigestBot.Delivery;
using DigestBot.Schedules.Time;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Schedules;

/// <summary>Enters slots into the ledger when they are due, and decides what was missed.</summary>
internal sealed partial class SlotOpener(
    Database database,
    ScheduleStore schedules,
    SlotLedger ledger,
    IAlarms alarms,
    SlotBell bell,
    IOptions<ScheduleOptions> options,
    TimeProvider clock,
    ILogger<SlotOpener> logger)
{
    // While a batch is open, no other node can move a trigger: 50 take a tenth of a second.
    private const int SchedulesAtOnce = 50;

    // After a year of downtime a schedule has thousands of slots; each is entered, in several steps.
    private const int SlotsAtOnce = 500;

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromHours(1);

    /// <summary>Opens every slot of every schedule that is due by now.</summary>
    /// <returns>How many slots are to be run: of several that a schedule missed, only the newest is.</returns>
    public async Task<int> OpenDueAsync(CancellationToken cancellationToken)
    {
        int due = 0;
        while (true)
        {
            IReadOnlyList<OpenedSchedule> batch = await database.InTransactionAsync(
                transaction => OpenBatchAsync(transaction, cancellationToken), cancellationToken);
            if (batch.Count == 0)
            {
                return due;
            }

            int opened = batch.Count(one => one.AnyRuns);
            due += opened;
            if (opened > 0)
            {
                bell.Ring();
            }

            await alarms.CommittedAsync([.. batch.Select(one => one.Alarm)], cancellationToken);
        }
    }

    private async Task<IReadOnlyList<OpenedSchedule>> OpenBatchAsync(StoreTransaction transaction, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        IReadOnlyList<Schedule> due = await schedules.TakeDueAsync(transaction, now, SchedulesAtOnce);
        if (due.Count == 0)
        {
            return [];
        }

        var opened = new List<OpenedSchedule>(due.Count);
        foreach (Schedule schedule in due)
        {
            opened.Add(await OpenAsync(transaction, schedule, now));
        }

        await schedules.OpenedAsync(transaction, [.. opened.Select(one => one.Schedule)]);

        // Last, because the scheduler's own lock is held from here to the end of the transaction.
        foreach (OpenedSchedule one in opened)
        {
            await alarms.SetAsync(transaction, one.Alarm, cancellationToken);
        }

        return opened;
    }

    private async Task<OpenedSchedule> OpenAsync(StoreTransaction transaction, Schedule schedule, DateTimeOffset now)
    {
        if (TryWorkOut(schedule, now) is not var (slots, until))
        {
            return new OpenedSchedule(schedule with { NextDue = now + PauseAfterFailure }, AnyRuns: false);
        }

        EnteredSlots entered = await ledger.EnterAsync(transaction, schedule, slots, now, options.Value.Grace);
        DateTimeOffset? next = await ledger.NextDueAsync(transaction, schedule.Id, schedule.Settings, until);
        return new OpenedSchedule(entered.Schedule with { OpenedUntil = until, NextDue = next }, entered.AnyRuns);
    }

    // One schedule that cannot be worked out must not hold up all others that are due with it.
    private (IReadOnlyList<Slot> Slots, DateTimeOffset Until)? TryWorkOut(Schedule schedule, DateTimeOffset now)
    {
        try
        {
            return Due(schedule, now);
        }
        catch (Exception exception)
        {
            LogNotOpened(exception, schedule.Id, PauseAfterFailure);
            return null;
        }
    }

    // Invariant: a mark never stands between two slots that are due at the same instant.
    private static (IReadOnlyList<Slot> Slots, DateTimeOffset Until) Due(Schedule schedule, DateTimeOffset now)
    {
        List<Slot> slots = [.. SlotCalendar.Between(schedule.Settings, schedule.OpenedUntil, now).Take(SlotsAtOnce)];
        if (slots.Count < SlotsAtOnce)
        {
            return (slots, now);
        }

        DateTimeOffset last = slots[^1].Due;
        slots.RemoveAll(slot => slot.Due == last);
        return (slots, slots[^1].Due.ToUniversalTime());
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Schedule {Schedule} could not be opened; it will be tried again in {Pause}")]
    private partial void LogNotOpened(Exception exception, long schedule, TimeSpan pause);

    private sealed record OpenedSchedule(Schedule Schedule, bool AnyRuns)
    {
        public ScheduleAlarm Alarm => new(Schedule.Id, Schedule.NextDue, Revision: 0);
    }
}
