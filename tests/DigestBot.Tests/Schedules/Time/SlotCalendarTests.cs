using System.Globalization;
using DigestBot.Schedules.Time;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Schedules.Time;

/// <summary>Slots around changes of the clock. Expected instants come from the tz database by another program.</summary>
public sealed class SlotCalendarTests
{
    [Theory]
    [InlineData("Europe/London", "2026-03-29 01:30", "2026-03-29T02:00+01:00", nameof(SlotShift.Skipped))]
    [InlineData("Europe/London", "2026-10-25 01:30", "2026-10-25T01:30+01:00", nameof(SlotShift.Repeated))]
    [InlineData("Europe/Paris", "2026-03-29 02:30", "2026-03-29T03:00+02:00", nameof(SlotShift.Skipped))]
    [InlineData("Europe/Paris", "2026-10-25 02:30", "2026-10-25T02:30+02:00", nameof(SlotShift.Repeated))]
    [InlineData("America/New_York", "2026-03-08 02:30", "2026-03-08T03:00-04:00", nameof(SlotShift.Skipped))]
    [InlineData("America/New_York", "2026-11-01 01:30", "2026-11-01T01:30-04:00", nameof(SlotShift.Repeated))]
    [InlineData("America/St_Johns", "2026-03-08 02:30", "2026-03-08T03:00-02:30", nameof(SlotShift.Skipped))]
    [InlineData("America/St_Johns", "2026-11-01 01:30", "2026-11-01T01:30-02:30", nameof(SlotShift.Repeated))]
    [InlineData("America/Santiago", "2026-04-04 23:30", "2026-04-04T23:30-03:00", nameof(SlotShift.Repeated))]
    [InlineData("America/Santiago", "2026-09-06 00:30", "2026-09-06T01:00-03:00", nameof(SlotShift.Skipped))]
    [InlineData("America/Havana", "2026-03-08 00:30", "2026-03-08T01:00-04:00", nameof(SlotShift.Skipped))]
    [InlineData("America/Havana", "2026-11-01 00:30", "2026-11-01T00:30-04:00", nameof(SlotShift.Repeated))]
    [InlineData("America/Nuuk", "2026-03-28 23:30", "2026-03-29T00:00-01:00", nameof(SlotShift.Skipped))]
    [InlineData("America/Nuuk", "2026-10-24 23:30", "2026-10-24T23:30-01:00", nameof(SlotShift.Repeated))]
    [InlineData("Atlantic/Azores", "2026-03-29 00:30", "2026-03-29T01:00+00:00", nameof(SlotShift.Skipped))]
    [InlineData("Atlantic/Azores", "2026-10-25 00:30", "2026-10-25T00:30+00:00", nameof(SlotShift.Repeated))]
    [InlineData("Africa/Cairo", "2026-04-24 00:30", "2026-04-24T01:00+03:00", nameof(SlotShift.Skipped))]
    [InlineData("Africa/Cairo", "2026-10-29 23:30", "2026-10-29T23:30+03:00", nameof(SlotShift.Repeated))]
    [InlineData("Africa/Casablanca", "2026-02-15 02:30", "2026-02-15T02:30+01:00", nameof(SlotShift.Repeated))]
    [InlineData("Africa/Casablanca", "2026-03-22 02:30", "2026-03-22T03:00+01:00", nameof(SlotShift.Skipped))]
    [InlineData("Asia/Beirut", "2026-03-29 00:30", "2026-03-29T01:00+03:00", nameof(SlotShift.Skipped))]
    [InlineData("Asia/Beirut", "2026-10-24 23:30", "2026-10-24T23:30+03:00", nameof(SlotShift.Repeated))]
    [InlineData("Asia/Tehran", "2021-03-22 00:30", "2021-03-22T01:00+04:30", nameof(SlotShift.Skipped))]
    [InlineData("Asia/Tehran", "2021-09-21 23:30", "2021-09-21T23:30+04:30", nameof(SlotShift.Repeated))]
    [InlineData("Australia/Adelaide", "2026-04-05 02:30", "2026-04-05T02:30+10:30", nameof(SlotShift.Repeated))]
    [InlineData("Australia/Adelaide", "2026-10-04 02:30", "2026-10-04T03:00+10:30", nameof(SlotShift.Skipped))]
    [InlineData("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-05T01:45+11:00", nameof(SlotShift.Repeated))]
    [InlineData("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-04T02:30+11:00", nameof(SlotShift.Skipped))]
    [InlineData("Pacific/Auckland", "2026-04-05 02:30", "2026-04-05T02:30+13:00", nameof(SlotShift.Repeated))]
    [InlineData("Pacific/Auckland", "2026-09-27 02:30", "2026-09-27T03:00+13:00", nameof(SlotShift.Skipped))]
    [InlineData("Pacific/Chatham", "2026-04-05 03:15", "2026-04-05T03:15+13:45", nameof(SlotShift.Repeated))]
    [InlineData("Pacific/Chatham", "2026-09-27 03:15", "2026-09-27T03:45+13:45", nameof(SlotShift.Skipped))]
    [InlineData("Antarctica/Troll", "2026-03-29 02:00", "2026-03-29T03:00+02:00", nameof(SlotShift.Skipped))]
    [InlineData("Antarctica/Troll", "2026-10-25 02:00", "2026-10-25T02:00+02:00", nameof(SlotShift.Repeated))]
    [InlineData("Asia/Pyongyang", "2015-08-14 23:45", "2015-08-14T23:45+09:00", nameof(SlotShift.Repeated))]
    [InlineData("Asia/Pyongyang", "2018-05-04 23:45", "2018-05-05T00:00+09:00", nameof(SlotShift.Skipped))]
    [InlineData("America/Caracas", "2016-05-01 02:45", "2016-05-01T03:00-04:00", nameof(SlotShift.Skipped))]
    [InlineData("Europe/Dublin", "2026-03-29 01:30", "2026-03-29T02:00+01:00", nameof(SlotShift.Skipped))]
    [InlineData("Europe/Dublin", "2026-10-25 01:30", "2026-10-25T01:30+01:00", nameof(SlotShift.Repeated))]
    [InlineData("Asia/Kathmandu", "1986-01-01 00:07", "1986-01-01T00:15+05:45", nameof(SlotShift.Skipped))]
    public void A_time_that_a_clock_change_leaves_out_or_repeats_comes_once(string zone, string local, string due, string shift)
    {
        DateTime time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        DateTimeOffset expected = DateTimeOffset.Parse(due, CultureInfo.InvariantCulture);
        ScheduleSettings settings = TimeSettings.Of(zone, TimeOnly.FromDateTime(time));

        Slot[] slots = [.. SlotCalendar.Between(settings, expected.AddDays(-4), expected.AddDays(4))
            .Where(slot => slot.Date == DateOnly.FromDateTime(time))];

        Slot slot = Assert.Single(slots);
        Assert.Equal((expected, expected.Offset, shift), (slot.Due, slot.Due.Offset, slot.Shift.ToString()));
        Assert.Equal(slot, SlotCalendar.Next(settings, expected.AddTicks(-1)));
        Assert.Equal(slot, SlotCalendar.Previous(settings, expected.AddTicks(1)));
    }

    [Fact]
    public void Apia_has_no_slots_on_the_day_that_it_left_out()
    {
        ScheduleSettings settings = TimeSettings.Of("Pacific/Apia", new(8, 0), new(23, 30));

        string[] slots = [.. SlotCalendar.Between(settings, Utc(2011, 12, 29), Utc(2011, 12, 31).AddHours(12)).Select(slot => $"{slot.Key} {slot.Due:u} {slot.Shift}")];

        Assert.Equal(
            [
                "2011-12-28/1 2011-12-29 09:30:00Z None",
                "2011-12-29/0 2011-12-29 18:00:00Z None",
                "2011-12-29/1 2011-12-30 09:30:00Z None",
                "2011-12-31/0 2011-12-30 18:00:00Z None",
                "2011-12-31/1 2011-12-31 09:30:00Z None",
            ],
            slots);
    }

    [Fact]
    public void Two_times_in_one_gap_are_two_slots_of_one_instant()
    {
        ScheduleSettings settings = TimeSettings.Of("Europe/Paris", new(2, 15), new(2, 45), new(3, 0));

        Slot[] slots = [.. SlotCalendar.Between(settings, Utc(2026, 3, 29), Utc(2026, 3, 30))];

        Assert.Equal(["2026-03-29/0", "2026-03-29/1", "2026-03-29/2"], slots.Select(slot => slot.Key));
        Assert.All(slots, slot => Assert.Equal(Utc(2026, 3, 29).AddHours(1), slot.Due));
    }

    [Fact]
    public void A_weekly_schedule_runs_on_its_days_in_its_zone()
    {
        ScheduleSettings settings = TimeSettings.Of("Pacific/Auckland", new TimeOnly(7, 0)) with { Days = Weekdays.Monday | Weekdays.Thursday };

        string[] slots = [.. SlotCalendar.Between(settings, Utc(2026, 6, 1), Utc(2026, 6, 12)).Select(slot => $"{slot.Due.UtcDateTime.DayOfWeek} {slot.Due.UtcDateTime:u}")];

        Assert.Equal(["Wednesday 2026-06-03 19:00:00Z", "Sunday 2026-06-07 19:00:00Z", "Wednesday 2026-06-10 19:00:00Z"], slots);
    }

    [Fact]
    public void Bounds_are_after_the_first_and_up_to_the_second()
    {
        ScheduleSettings settings = TimeSettings.Of("Etc/UTC", new TimeOnly(8, 0));
        DateTimeOffset due = Utc(2026, 6, 1).AddHours(8);

        Assert.Equal(due.AddDays(1), Assert.Single(SlotCalendar.Between(settings, due, due.AddDays(1))).Due);
        Assert.Equal(due.AddDays(1), SlotCalendar.Next(settings, due)!.Due);
        Assert.Equal(due.AddDays(-1), SlotCalendar.Previous(settings, due)!.Due);
    }

    [Fact]
    public void Ends_of_the_calendar_and_schedules_without_days_are_no_trouble()
    {
        ScheduleSettings settings = TimeSettings.Of("Pacific/Apia", new TimeOnly(8, 0));
        ScheduleSettings never = settings with { Days = Weekdays.None };

        Assert.NotNull(SlotCalendar.Next(settings, DateTimeOffset.MinValue));
        Assert.NotNull(SlotCalendar.Previous(settings, DateTimeOffset.MaxValue));
        Assert.Null(SlotCalendar.Next(never, Utc(2026, 1, 1)));
        Assert.Null(SlotCalendar.Previous(never, Utc(2026, 1, 1)));
    }

    [Fact]
    public void A_zone_that_this_machine_lacks_posts_at_utc() =>
        Assert.Equal(Utc(2026, 6, 1).AddHours(8), SlotCalendar.Next(TimeSettings.Of("Mars/Olympus", new TimeOnly(8, 0)), Utc(2026, 6, 1))!.Due);

    private static DateTimeOffset Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
