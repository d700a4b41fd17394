using DigestBot.Schedules;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Schedules.Infrastructure;

namespace DigestBot.Tests.Schedules;

/// <summary>Schedules are added, paused, skipped, run and removed, within limits.</summary>
public sealed class ScheduleManagerTests
{
    private const string Utc = "Etc/UTC";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_new_schedule_begins_with_its_next_slot(string provider)
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync(provider);

        Schedule schedule = await desk.AddAsync(ScheduleDesk.At(Settings.Daily("morning", Utc), new(18, 0), new(6, 0), new(7, 0)));
        await desk.PassAsync(At(2, 6));

        Assert.Equal([new(0, new(6, 0)), new(1, new(7, 0)), new PostingTime(2, new(18, 0))], schedule.Settings.Times);
        Assert.Equal((At(1, 18), 3, ScheduleDesk.Channel), (schedule.NextDue, schedule.NextNumber, schedule.Channel.Address));
        Assert.Equal(["2026-03-01/2 01T18:00 Due", "2026-03-02/0 02T06:00 Due"], await desk.LedgerAsync(schedule));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Of_many_who_add_the_same_name_at_once_one_has_it(string provider)
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync(provider);

        ScheduleChange[] changes = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => desk.TryAddAsync(Settings.Daily(i % 2 == 0 ? "Morning" : "MORNING", Utc, new TimeOnly(8, 0)))));

        Assert.Single(changes.OfType<ScheduleChange.Done>());
        Assert.Equal(5, changes.OfType<ScheduleChange.NameTaken>().Count());
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_space_has_as_many_schedules_as_it_may_however_many_add_at_once(string provider)
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync(provider, new KeyValuePair<string, string?>("Limits:SchedulesPerSpace", "3"));
        Space space = await desk.Bot.SpaceAsync("discord:7", Cancelled);

        ScheduleChange[] changes = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => desk.TryAddAsync(Settings.Daily($"morning {i}", Utc, new TimeOnly(8, 0)), space)));

        Assert.Equal(3, changes.OfType<ScheduleChange.Done>().Count());
        Assert.All(changes.Except(changes.OfType<ScheduleChange.Done>()), change => Assert.Equal(new ScheduleChange.TooManySchedules(3), change));
        await desk.Manager.RemoveAsync(changes.OfType<ScheduleChange.Done>().First().Schedule, Cancelled);
        ScheduleDesk.Done(await desk.TryAddAsync(Settings.Daily("room again", Utc, new TimeOnly(8, 0)), space));
    }

    [Fact]
    public async Task A_space_has_as_many_topics_as_it_may_and_may_swap_one_for_another()
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync("sqlite", new KeyValuePair<string, string?>("Limits:TopicsPerSpace", "2"));
        Space space = await desk.Bot.SpaceAsync("discord:7", Cancelled);
        ScheduleSettings Of(string name, string? topic) => Settings.Daily(name, Utc, new TimeOnly(8, 0)) with { Topic = topic };

        Schedule floods = ScheduleDesk.Done(await desk.TryAddAsync(Of("a", "floods"), space));
        ScheduleDesk.Done(await desk.TryAddAsync(Of("b", "chess"), space));
        ScheduleDesk.Done(await desk.TryAddAsync(Of("c", "chess"), space));
        Schedule all = ScheduleDesk.Done(await desk.TryAddAsync(Of("d", null), space));

        Assert.Equal(new ScheduleChange.TooManyTopics(2), await desk.TryAddAsync(Of("e", "trains"), space));
        Assert.Equal(new ScheduleChange.TooManyTopics(2), await desk.Manager.EditAsync(all, all.Settings with { Topic = "trains" }, null, Cancelled));
        ScheduleDesk.Done(await desk.Manager.EditAsync(floods, floods.Settings with { Topic = "trains" }, null, Cancelled));
    }

    [Fact]
    public async Task The_terminals_own_space_has_no_limits()
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync("sqlite", new("Limits:SchedulesPerSpace", "1"), new("Limits:TopicsPerSpace", "1"));

        foreach (string topic in new[] { "floods", "chess", "trains" })
        {
            await desk.AddAsync(Settings.Daily(topic, Utc, new TimeOnly(8, 0)) with { Topic = topic });
        }
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_pause_skips_what_is_due_meanwhile_and_nothing_else(string provider)
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync(provider);
        Schedule schedule = await desk.AddAsync(Settings.Daily("morning", Utc, new(8, 0), new(9, 0), new(10, 0)));
        desk.SleepUntil(At(1, 8));

        ScheduleDesk.Done(await desk.Manager.PauseAsync(schedule, paused: true, Cancelled));
        desk.SleepUntil(At(1, 9, 1));
        ScheduleDesk.Done(await desk.Manager.PauseAsync(schedule, paused: false, Cancelled));
        await desk.PassAsync(At(1, 12));

        Assert.Equal(
            ["2026-03-01/0 01T08:00 Due", "2026-03-01/1 01T09:00 SkippedPaused", "2026-03-01/2 01T10:00 Due"], await desk.LedgerAsync(schedule));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task The_next_slot_is_skipped_once_unless_that_is_taken_back(string provider)
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync(provider);
        Schedule schedule = await desk.AddAsync(Settings.Daily("morning", Utc, new(8, 0), new(9, 0), new(10, 0)));

        // The slot of eight is due, though not opened yet: the next is that of nine.
        desk.SleepUntil(At(1, 8));
        ScheduleDesk.Done(await desk.Manager.SkipNextAsync(schedule, skip: true, Cancelled));
        await desk.PassAsync(At(1, 9));
        ScheduleDesk.Done(await desk.Manager.SkipNextAsync(schedule, skip: true, Cancelled));
        Schedule back = ScheduleDesk.Done(await desk.Manager.SkipNextAsync(schedule, skip: false, Cancelled));
        await desk.PassAsync(At(1, 12));

        Assert.False(back.SkipNext);
        Assert.Equal(
            ["2026-03-01/0 01T08:00 Due", "2026-03-01/1 01T09:00 SkippedSkipNext", "2026-03-01/2 01T10:00 Due"], await desk.LedgerAsync(schedule));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_run_by_hand_is_a_slot_beside_the_timetable_and_opens_a_parked_channel(string provider)
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync(provider);
        Schedule schedule = await desk.AddAsync(Settings.Daily("morning", Utc, new TimeOnly(8, 0)));
        await ParkAsync(desk, schedule);

        Occurrence? run = await desk.Manager.RunNowAsync(schedule, Cancelled);
        await desk.PassAsync(At(1, 8));

        Assert.Equal(("now/2026-03-01T07:00:00.000Z", desk.Now.AddHours(-1), OccurrenceState.Due), (run!.Slot, run.Due, run.State));
        Assert.Equal(["now/2026-03-01T07:00:00.000Z 01T07:00 Due", "2026-03-01/0 01T08:00 Due"], await desk.LedgerAsync(schedule));
    }

    [Fact]
    public async Task Resuming_and_adding_open_a_parked_channel()
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync("sqlite");
        Schedule schedule = await desk.AddAsync(Settings.Daily("morning", Utc, new TimeOnly(8, 0)));

        await ParkAsync(desk, schedule);
        Assert.True(ScheduleDesk.Done(await desk.Manager.PauseAsync(schedule, paused: true, Cancelled)).Channel.IsParked);
        Assert.False(ScheduleDesk.Done(await desk.Manager.PauseAsync(schedule, paused: false, Cancelled)).Channel.IsParked);
        await ParkAsync(desk, schedule);
        Assert.False((await desk.AddAsync(Settings.Daily("evening", Utc, new TimeOnly(18, 0)))).Channel.IsParked);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_schedule_that_is_removed_posts_nothing_more_and_cannot_be_changed(string provider)
    {
        await using ScheduleDesk desk = await ScheduleDesk.OpenAsync(provider);
        Schedule schedule = await desk.AddAsync(Settings.Daily("morning", Utc, new TimeOnly(8, 0)));

        await desk.Manager.RemoveAsync(schedule, Cancelled);
        await desk.PassAsync(At(2, 12));

        Assert.Empty(await desk.LedgerAsync(schedule));
        Assert.IsType<ScheduleChange.Gone>(await desk.Manager.EditAsync(schedule, schedule.Settings with { Topic = "x" }, null, Cancelled));
        Assert.IsType<ScheduleChange.Gone>(await desk.Manager.PauseAsync(schedule, true, Cancelled));
        Assert.Null(await desk.Manager.RunNowAsync(schedule, Cancelled));
        await desk.Manager.RemoveAsync(schedule, Cancelled);
        await desk.AddAsync(schedule.Settings);
    }

    private static Task<bool> ParkAsync(ScheduleDesk desk, Schedule schedule) => desk.Get<Database>().InTransactionAsync(
        transaction => desk.Get<ChannelStore>().RefusedAsync(transaction, schedule.Channel, "Gone.", 1), Cancelled);

    private static DateTimeOffset At(int day, int hour, int minute = 0) => new(2026, 3, day, hour, minute, 0, TimeSpan.Zero);
}
