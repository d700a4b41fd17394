using DigestBot.Schedules;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Schedules.Infrastructure;

namespace DigestBot.Tests.Schedules;

/// <summary>An edit never posts a slot twice and never loses one, whatever it moves where.</summary>
public sealed class ScheduleManagerEditTests
{
    private const string Utc = "Etc/UTC";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    // The bug that makes people leave: the post of 08:00, moved to 10:00 at half past eight, comes again at 10:00.
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_post_that_is_moved_to_later_on_the_same_day_does_not_come_again(string provider)
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync(provider);
        Schedule schedule = await desk.AddAsync(Settings.Daily("morning", Utc, new TimeOnly(8, 0)));
        await desk.PassAsync(At(1, 8, 30));

        Schedule edited = await desk.EditAsync(schedule, settings => ScheduleDesk.At(settings, new TimeOnly(10, 0)));
        await desk.PassAsync(At(1, 9));
        await desk.EditAsync(schedule, settings => ScheduleDesk.At(settings, new TimeOnly(9, 30)));
        await desk.PassAsync(At(2, 11));

        Assert.Equal(At(2, 10), edited.NextDue);
        Assert.Equal(["2026-03-01/0 01T08:00 Due", "2026-03-02/0 02T09:30 Due"], await desk.LedgerAsync(schedule));
    }

    [Theory]
    [InlineData("sqlite", 6, "Due late")]
    [InlineData("postgresql", 6, "Due late")]
    [InlineData("sqlite", 2, "SkippedTooLate")]
    [InlineData("sqlite", 0, "SkippedTooLate")]
    public async Task A_post_that_is_moved_from_later_to_earlier_than_now_is_caught_up_or_skipped_but_not_lost(string provider, int catchUp, string state)
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync(provider);
        Schedule schedule = await desk.AddAsync(Settings.Daily("evening", Utc, new TimeOnly(18, 0)) with { CatchUp = TimeSpan.FromHours(catchUp) });
        await desk.PassAsync(At(1, 12));

        await desk.EditAsync(schedule, settings => ScheduleDesk.At(settings, new TimeOnly(9, 0)));
        await desk.EditAsync(schedule, settings => ScheduleDesk.At(settings, new TimeOnly(18, 0)));
        await desk.PassAsync(At(1, 20));
        await desk.EditAsync(schedule, settings => ScheduleDesk.At(settings, new TimeOnly(9, 0)));
        await desk.PassAsync(At(2, 10));

        Assert.Equal([$"2026-03-01/0 01T09:00 {state}", "2026-03-02/0 02T09:00 Due"], await desk.LedgerAsync(schedule));
    }

    [Fact]
    public async Task Slots_before_the_schedule_was_made_never_were()
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync("sqlite");
        Schedule schedule = await desk.AddAsync(Settings.Daily("evening", Utc, new(6, 0), new(18, 0)));

        await desk.PassAsync(At(1, 12));
        await desk.EditAsync(schedule, settings => ScheduleDesk.At(settings, new(5, 0), new(6, 30)));
        await desk.PassAsync(At(2, 6));

        Assert.Equal(["2026-03-02/0 02T05:00 Due"], await desk.LedgerAsync(schedule));
    }

    // Nine in the morning: Paris 08:00, New York 14:00 UTC.
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_zone_changed_to_the_west_or_to_the_east_moves_slots_and_doubles_none(string provider)
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync(provider);
        Schedule west = await desk.AddAsync(Settings.Daily("west", "Europe/Paris", new TimeOnly(9, 0)));
        Schedule east = await desk.AddAsync(Settings.Daily("east", "America/New_York", new TimeOnly(9, 0)));
        await desk.PassAsync(At(1, 10));

        await desk.EditAsync(west, settings => settings with { Zone = "America/New_York" });
        await desk.EditAsync(east, settings => settings with { Zone = "Europe/Paris" });
        await desk.PassAsync(At(2, 15));

        Assert.Equal(["2026-03-01/0 01T08:00 Due", "2026-03-02/0 02T14:00 Due"], await desk.LedgerAsync(west));
        Assert.Equal(["2026-03-01/0 01T08:00 Due late", "2026-03-02/0 02T08:00 Due"], await desk.LedgerAsync(east));
    }

    // Eight in the morning of 2 March: Auckland 1 March 19:00, Honolulu 2 March 18:00 UTC.
    [Fact]
    public async Task A_zone_changed_across_the_date_line_posts_each_date_once()
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync("sqlite");
        Schedule west = await desk.AddAsync(Settings.Daily("west", "Pacific/Auckland", new TimeOnly(8, 0)));
        Schedule east = await desk.AddAsync(Settings.Daily("east", "Pacific/Honolulu", new TimeOnly(8, 0)));
        await desk.PassAsync(At(1, 20));

        Schedule edited = await desk.EditAsync(west, settings => settings with { Zone = "Pacific/Honolulu" });
        await desk.EditAsync(east, settings => settings with { Zone = "Pacific/Auckland" });
        await desk.PassAsync(At(3, 20));

        Assert.Equal(At(3, 18), edited.NextDue);
        Assert.Equal(["2026-03-02/0 01T19:00 Due", "2026-03-03/0 03T18:00 Due"], await desk.LedgerAsync(west));
        Assert.Equal(
            ["2026-03-01/0 01T18:00 Due", "2026-03-02/0 01T19:00 Due late", "2026-03-03/0 02T19:00 Due", "2026-03-04/0 03T19:00 Due"],
            await desk.LedgerAsync(east));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_time_that_is_added_or_removed_and_added_again_is_a_new_one(string provider)
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync(provider);
        Schedule schedule = await desk.AddAsync(Settings.Daily("often", Utc, new(8, 0), new(18, 0)));
        await desk.PassAsync(At(1, 9));

        await desk.EditAsync(schedule, settings => ScheduleDesk.At(settings, new TimeOnly(18, 0)));
        Schedule again = await desk.EditAsync(schedule, settings => ScheduleDesk.At(settings, new(8, 0), new(12, 0), new(18, 0)));
        await desk.PassAsync(At(2, 8));

        Assert.Equal([2, 3, 1], again.Settings.Times.Select(posting => posting.Number));
        Assert.Equal(
            ["2026-03-01/0 01T08:00 Due", "2026-03-01/3 01T12:00 Due", "2026-03-01/1 01T18:00 Due", "2026-03-02/2 02T08:00 Due"],
            await desk.LedgerAsync(schedule));
    }

    [Fact]
    public async Task Days_that_are_added_begin_with_the_next_slot_and_days_that_are_removed_end_at_once()
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync("sqlite");
        Schedule schedule = await desk.AddAsync(Settings.Daily("morning", Utc, new(8, 0), new(18, 0)) with { Days = Weekdays.Workdays });
        await desk.PassAsync(At(1, 12));

        await desk.EditAsync(schedule, settings => settings with { Days = Weekdays.All });
        await desk.PassAsync(At(2, 12));
        await desk.EditAsync(schedule, settings => settings with { Days = Weekdays.Tuesday });
        await desk.PassAsync(At(4, 12));

        Assert.Equal(
            ["2026-03-01/1 01T18:00 Due", "2026-03-02/0 02T08:00 Due", "2026-03-03/0 03T08:00 Due", "2026-03-03/1 03T18:00 Due"],
            await desk.LedgerAsync(schedule));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_schedule_that_is_edited_while_its_slot_is_due_posts_that_slot_once(string provider)
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync(provider);
        Schedule unopened = await desk.AddAsync(Settings.Daily("unopened", Utc, new TimeOnly(8, 0)) with { CatchUp = TimeSpan.Zero });
        Schedule composing = await desk.AddAsync(Settings.Daily("composing", Utc, new TimeOnly(7, 59)));
        await desk.PassAsync(At(1, 7, 59));
        Assert.Single(await desk.Get<OccurrenceStore>().TakeAsync(10, At(1, 8, 10), "node-1", Cancelled));
        desk.SleepUntil(At(1, 8));

        await desk.EditAsync(unopened, settings => ScheduleDesk.At(settings, new TimeOnly(10, 0)) with { Days = Weekdays.Monday | Weekdays.Sunday });
        await desk.EditAsync(composing, settings => ScheduleDesk.At(settings, new TimeOnly(10, 0)));
        await desk.PassAsync(At(2, 10));

        Assert.Equal(["2026-03-01/0 01T08:00 Due", "2026-03-02/0 02T10:00 Due"], await desk.LedgerAsync(unopened));
        Assert.Equal(["2026-03-01/0 01T07:59 Due", "2026-03-02/0 02T10:00 Due"], await desk.LedgerAsync(composing));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Two_people_who_edit_at_once_both_have_their_way(string provider)
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync(provider);
        Schedule seen = await desk.AddAsync(Settings.Daily("morning", Utc, new(8, 0), new(18, 0)));

        ScheduleChange[] changes = await Task.WhenAll(
            desk.Manager.EditAsync(seen, ScheduleDesk.At(seen.Settings, new(9, 0), new(18, 0)), null, Cancelled),
            desk.Manager.EditAsync(seen, seen.Settings with { Topic = "floods" }, null, Cancelled),
            desk.Manager.EditAsync(seen, seen.Settings with { Zone = "Europe/Paris" }, null, Cancelled));

        Assert.All(changes, change => Assert.IsType<ScheduleChange.Done>(change));
        Schedule stored = await desk.ReadAsync(seen);
        Assert.Equal(("floods", "Europe/Paris"), (stored.Settings.Topic, stored.Settings.Zone));
        Assert.Equal([new(0, new(9, 0)), new PostingTime(1, new(18, 0))], stored.Settings.Times);
        Assert.Equal(At(1, 8), stored.NextDue);
    }

    [Fact]
    public async Task An_edit_that_is_refused_changes_nothing_and_loses_nothing()
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync("sqlite");
        await desk.AddAsync(Settings.Daily("Taken", Utc, new TimeOnly(20, 0)));
        Schedule schedule = await desk.AddAsync(Settings.Daily("morning", Utc, new(8, 0), new(18, 0)));
        desk.SleepUntil(At(1, 8, 1));

        ScheduleChange change = await desk.Manager.EditAsync(
            schedule, ScheduleDesk.At(schedule.Settings, new(7, 30), new(7, 45)) with { Name = "TAKEN" }, null, Cancelled);

        Assert.Equal(new ScheduleChange.NameTaken("TAKEN"), change);
        Schedule stored = await desk.ReadAsync(schedule);
        Assert.Equal(("morning", At(1, 18)), (stored.Settings.Name, stored.NextDue));
        Assert.Equal(["2026-03-01/0 01T08:00 Due"], await desk.LedgerAsync(schedule));
    }

    private static DateTimeOffset At(int day, int hour, int minute = 0) => new(2026, 3, day, hour, minute, 0, TimeSpan.Zero);
}
