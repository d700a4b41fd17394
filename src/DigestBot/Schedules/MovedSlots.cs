using DigestBot.Schedules.Time;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules;

/// <summary>Finds the slots that an edit moves from the future into the past, where no alarm would find them any more.</summary>
internal static class MovedSlots
{
    // A time moves by less than a day, and a zone by little more than one, across the date line.
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(3);

    /// <summary>Slots that were still to come before the edit and are due by now after it; those before the schedule was made never were.</summary>
    public static IReadOnlyList<Slot> Find(ScheduleSettings before, ScheduleSettings after, DateTimeOffset createdAt, DateTimeOffset now)
    {
        TimeZoneInfo zone = Zones.Get(before.Zone);
        Dictionary<int, PostingTime> old = before.Times.ToDictionary(posting => posting.Number);
        DateTimeOffset from = createdAt > now - Farthest ? createdAt : now - Farthest;
        return [.. SlotCalendar.Between(after, from, now).Where(slot => old.TryGetValue(slot.Posting.Number, out PostingTime? posting) && WasToCome(slot.Date, posting))];

        bool WasToCome(DateOnly date, PostingTime posting) =>
            SlotCalendar.Runs(before.Days, date) && SlotCalendar.Find(zone, date, posting) is { } slot && slot.Due > now;
    }
}
