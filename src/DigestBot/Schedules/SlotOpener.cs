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
    OccurrenceStore occurrences,
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
    /// <returns>How many slots became due, skipped ones left out.</returns>
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

            int opened = batch.Sum(one => one.Slots.Count(slot => slot.Skipped is null));
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

        OpenedSchedule[] opened = [.. due.Select(schedule => Open(schedule, now))];
        await occurrences.OpenAsync(transaction, [.. opened.SelectMany(one => one.Slots)]);
        await schedules.OpenedAsync(transaction, [.. opened.Select(one => one.Schedule)]);

        // Last, because the scheduler's own lock is held from here to the end of the transaction.
        foreach (OpenedSchedule one in opened)
        {
            await alarms.SetAsync(transaction, one.Alarm, cancellationToken);
        }

        return opened;
    }

    // One schedule that cannot be worked out must not hold up all others that are due with it.
    private OpenedSchedule Open(Schedule schedule, DateTimeOffset now)
    {
        try
        {
            (IReadOnlyList<Slot> slots, DateTimeOffset until) = Due(schedule, now);
            DecidedSlots decided = SlotDecision.Decide(schedule, slots, now, options.Value.Grace);
            Schedule opened = schedule with
            {
                OpenedUntil = until,
                NextDue = SlotCalendar.Next(schedule.Settings, until)?.Due.ToUniversalTime(),
                SkipNext = schedule.SkipNext && !decided.SkipNextUsed,
            };
            return new OpenedSchedule(opened, decided.Occurrences);
        }
        catch (Exception exception)
        {
            LogNotOpened(exception, schedule.Id, PauseAfterFailure);
            return new OpenedSchedule(schedule with { NextDue = now + PauseAfterFailure }, []);
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

    private sealed record OpenedSchedule(Schedule Schedule, IReadOnlyList<NewOccurrence> Slots)
    {
        public ScheduleAlarm Alarm => new(Schedule.Id, Schedule.NextDue, Revision: 0);
    }
}
