using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Time;

/// <summary>When a schedule runs: pure arithmetic over its settings and its zone.</summary>
/// <remarks>
/// A date that its zone left out (Apia had no 30 December 2011) has no slots: that day never was for anybody there, and a
/// post for it could only come at the midnight before the next day's. Nothing is lost by that, because the next digest
/// looks back to where the last one ended. Two times that fall into one gap are two slots, due at the same instant.
/// </remarks>
internal static class SlotCalendar
{
    private const int FarthestDays = 366;

    // Far enough from the ends of the calendar for all that is added to them here.
    private static readonly DateTimeOffset Earliest = new(1000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Slots due after <paramref name="after"/> and not after <paramref name="until"/>, in the order in which they are due.</summary>
    public static IEnumerable<Slot> Between(ScheduleSettings settings, DateTimeOffset after, DateTimeOffset until)
    {
        TimeZoneInfo zone = Zones.Get(settings.Zone);
        (after, until) = (Clamp(after), Clamp(until));

        // Clocks that were put back show an earlier date than they have reached, never a later one.
        DateOnly last = LocalDate(zone, until).AddDays(1);
        for (DateOnly date = LocalDate(zone, after); date <= last; date = date.AddDays(1))
        {
            if (!Runs(settings.Days, date))
            {
                continue;
            }

            foreach (PostingTime posting in settings.Times)
            {
                DateTimeOffset due = LocalClock.Reach(zone, date.ToDateTime(posting.Time));
                if (due > until)
                {
                    yield break;
                }

                if (due > after && At(zone, date, posting, due) is { } slot)
                {
                    yield return slot;
                }
            }
        }
    }

    /// <summary>The first slot due after <paramref name="after"/>; null when there is none within a year and a day.</summary>
    public static Slot? Next(ScheduleSettings settings, DateTimeOffset after) =>
        Between(settings, after, Horizon(after)).FirstOrDefault();

    /// <summary>No schedule is looked ahead further than to here.</summary>
    public static DateTimeOffset Horizon(DateTimeOffset after) => Clamp(after).AddDays(FarthestDays);

    /// <summary>The last slot due before <paramref name="before"/>; null when there is none within a year and a day.</summary>
    public static Slot? Previous(ScheduleSettings settings, DateTimeOffset before)
    {
        TimeZoneInfo zone = Zones.Get(settings.Zone);
        before = Clamp(before);
        DateOnly last = LocalDate(zone, before).AddDays(1);
        return Enumerable.Range(0, FarthestDays + 2)
            .Select(back => last.AddDays(-back))
            .Where(date => Runs(settings.Days, date))
            .SelectMany(date => settings.Times.Reverse().Select(posting => Find(zone, date, posting)))
            .FirstOrDefault(slot => slot?.Due < before);
    }

    /// <summary>The slot of one time on one date, whatever the days of the schedule; null when the zone left that date out.</summary>
    public static Slot? Find(TimeZoneInfo zone, DateOnly date, PostingTime posting) =>
        At(zone, date, posting, LocalClock.Reach(zone, date.ToDateTime(posting.Time)));

    public static bool Runs(Weekdays days, DateOnly date) => days.HasFlag(date.DayOfWeek switch
    {
        DayOfWeek.Monday => Weekdays.Monday,
        DayOfWeek.Tuesday => Weekdays.Tuesday,
        DayOfWeek.Wednesday => Weekdays.Wednesday,
        DayOfWeek.Thursday => Weekdays.Thursday,
        DayOfWeek.Friday => Weekdays.Friday,
        DayOfWeek.Saturday => Weekdays.Saturday,
        _ => Weekdays.Sunday,
    });

    private static Slot? At(TimeZoneInfo zone, DateOnly date, PostingTime posting, DateTimeOffset due)
    {
        bool passedOver = due.DateTime != date.ToDateTime(posting.Time);
        if (passedOver && DateOnly.FromDateTime(due.DateTime) != date && WasLeftOut(zone, date))
        {
            return null;
        }

        SlotShift shift = passedOver ? SlotShift.Skipped
            : LocalClock.ComesAgain(zone, due) ? SlotShift.Repeated
            : SlotShift.None;
        return new(date, posting, due, shift);
    }

    private static bool WasLeftOut(TimeZoneInfo zone, DateOnly date) =>
        DateOnly.FromDateTime(LocalClock.Reach(zone, date.ToDateTime(TimeOnly.MinValue)).DateTime) != date;

    private static DateOnly LocalDate(TimeZoneInfo zone, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    private static DateTimeOffset Clamp(DateTimeOffset instant) => instant < Earliest ? Earliest : instant > Latest ? Latest : instant;
}
