using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Time;

/// <summary>The next runs of a schedule, and the clock changes among them.</summary>
/// <param name="Runs">The soonest first; fewer than asked for when there are none within a year and a day.</param>
/// <param name="Coming">The first clock change after the last of them, when it is near.</param>
internal sealed record UpcomingRuns(IReadOnlyList<UpcomingRun> Runs, ClockChange? Coming)
{
    /// <summary>A clock change is announced so long before.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    public static UpcomingRuns Of(ScheduleSettings settings, DateTimeOffset after, int count)
    {
        TimeZoneInfo zone = Zones.Get(settings.Zone);
        List<UpcomingRun> runs = [];
        DateTimeOffset last = after;
        foreach (Slot slot in SlotCalendar.Between(settings, after, SlotCalendar.Horizon(after)).Take(count))
        {
            bool quiet = settings.Quiet?.Contains(TimeOnly.FromDateTime(slot.Due.DateTime)) == true;
            runs.Add(new(slot, [.. LocalClock.Changes(zone, last, slot.Due)], quiet));
            last = slot.Due;
        }

        return new(runs, LocalClock.Changes(zone, last, last + Ahead).FirstOrDefault());
    }
}
