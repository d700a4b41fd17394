using DigestBot.Schedules.Time;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Schedules.Time;

/// <summary>What a preview tells about the next runs.</summary>
public sealed class UpcomingRunsTests
{
    [Fact]
    public void Runs_come_with_their_offset_and_the_clock_change_before_them()
    {
        UpcomingRuns upcoming = UpcomingRuns.Of(TimeSettings.Of("Europe/Paris", new TimeOnly(8, 0)), Utc(2026, 3, 27), 5);

        Assert.Equal([1, 1, 2, 2, 2], upcoming.Runs.Select(run => run.Slot.Due.Offset.Hours));
        Assert.Equal([0, 0, 1, 0, 0], upcoming.Runs.Select(run => run.Changes.Count));
        ClockChange change = upcoming.Runs[2].Changes[0];
        Assert.Equal((new DateOnly(2026, 3, 29), TimeSpan.FromHours(1), TimeSpan.FromHours(2)), (change.Date, change.Before, change.After));
        Assert.Equal(Utc(2026, 3, 29).AddHours(1), change.At);
        Assert.Null(upcoming.Coming);
    }

    [Fact]
    public void A_run_that_a_clock_change_moves_says_so()
    {
        UpcomingRuns upcoming = UpcomingRuns.Of(TimeSettings.Of("Australia/Lord_Howe", new TimeOnly(2, 15)), Utc(2026, 10, 2), 3);

        UpcomingRun moved = Assert.Single(upcoming.Runs, run => run.Slot.Shift == SlotShift.Skipped);
        Assert.Equal(moved.Changes.Single().At, moved.Slot.Due);
    }

    [Fact]
    public void A_clock_change_within_two_weeks_after_the_last_run_is_announced()
    {
        ScheduleSettings settings = TimeSettings.Of("Europe/Paris", new TimeOnly(8, 0));

        Assert.Equal(new(2026, 10, 25), UpcomingRuns.Of(settings, Utc(2026, 10, 12), 5).Coming?.Date);
        Assert.Null(UpcomingRuns.Of(settings, Utc(2026, 9, 12), 5).Coming);
        Assert.Equal(new(2026, 10, 25), UpcomingRuns.Of(settings with { Days = Weekdays.None }, Utc(2026, 10, 12), 5).Coming?.Date);
    }

    [Fact]
    public void Runs_in_quiet_hours_are_marked() => Assert.Equal(
        [true, false],
        UpcomingRuns.Of(TimeSettings.Of("Etc/UTC", new(6, 0), new(8, 0)) with { Quiet = new(new(22, 0), new(7, 0)) }, Utc(2026, 6, 1), 2).Runs.Select(run => run.Quiet));

    private static DateTimeOffset Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
