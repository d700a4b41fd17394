using DigestBot.Schedules.Time;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules;

/// <summary>Enters slots into the ledger while a schedule is changed, so that the change finds nothing half done.</summary>
internal sealed class SlotLedger(OccurrenceStore occurrences)
{
    // More moved slots in a row than any edit leaves behind.
    private const int LookAhead = 50;

    /// <summary>Enters all slots that were due by now as the schedule was until now, so that no change can lose or double them.</summary>
    public Task<EnteredSlots> CatchUpAsync(StoreTransaction transaction, Schedule schedule, DateTimeOffset now, TimeSpan grace) =>
        EnterAsync(transaction, schedule, [.. SlotCalendar.Between(schedule.Settings, schedule.OpenedUntil, now)], now, grace);

    /// <summary>Decides and enters those of the slots that are not in the ledger.</summary>
    public async Task<EnteredSlots> EnterAsync(
        StoreTransaction transaction, Schedule schedule, IReadOnlyList<Slot> slots, DateTimeOffset now, TimeSpan grace)
    {
        Slot[] unknown = await WithoutKnownAsync(transaction, schedule.Id, slots);
        DecidedSlots decided = SlotDecision.Decide(schedule, unknown, now, grace);
        if (unknown.Length > 0)
        {
            await occurrences.OpenAsync(transaction, decided.Occurrences);
        }

        return new(
            schedule with { SkipNext = schedule.SkipNext && !decided.SkipNextUsed, OpenedUntil = now },
            decided.Occurrences.Any(occurrence => occurrence.Skipped is null));
    }

    /// <summary>When the first slot is due that is not in the ledger; one that an edit moved to later may be there already.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(StoreTransaction transaction, long scheduleId, ScheduleSettings settings, DateTimeOffset after)
    {
        Slot[] ahead = [.. SlotCalendar.Between(settings, after, SlotCalendar.Horizon(after)).Take(LookAhead)];
        Slot[] unknown = await WithoutKnownAsync(transaction, scheduleId, ahead);
        return (unknown.FirstOrDefault() ?? ahead.LastOrDefault())?.Due.ToUniversalTime();
    }

    private async Task<Slot[]> WithoutKnownAsync(StoreTransaction transaction, long scheduleId, IReadOnlyList<Slot> slots)
    {
        if (slots.Count == 0)
        {
            return [];
        }

        HashSet<string> known = [.. await occurrences.KnownAsync(transaction, scheduleId, [.. slots.Select(slot => slot.Key)])];
        return [.. slots.Where(slot => !known.Contains(slot.Key))];
    }
}

/// <summary>A schedule after slots of it were entered.</summary>
/// <param name="Schedule">With its marks moved on.</param>
/// <param name="AnyRuns">True when one of them is to be posted.</param>
internal sealed record EnteredSlots(Schedule Schedule, bool AnyRuns);
