using System.Globalization;
using DigestBot.Schedules;
using DigestBot.Schedules.Engine;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Schedules.Infrastructure;
using Quartz;

namespace DigestBot.Tests.Schedules;

/// <summary>The alarms follow the schedules, whatever happens to either.</summary>
public sealed class TimetableTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Five_mornings_over_a_clock_change_are_each_opened_at_the_local_time(string provider)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancelled);
        bot.Clock.SetUtcNow(Instant("2026-03-26T12:00:00Z"));
        await using SchedulerNode node = await SchedulerNode.StartAsync(bot);
        Schedule schedule = await node.AddAsync(Settings.Daily("morning", "Europe/London", new TimeOnly(8, 0)));

        string[] expected = ["2026-03-27T08:00:00Z", "2026-03-28T08:00:00Z", "2026-03-29T07:00:00Z", "2026-03-30T07:00:00Z", "2026-03-31T07:00:00Z"];
        foreach ((int index, string due) in expected.Index())
        {
            await AlarmIsAsync(node, schedule, Instant(due));
            bot.Clock.SetUtcNow(Instant(due));
            await Moment.BringsAsync(bot.Clock, async () => (await node.LedgerAsync(schedule)).Count == index + 1, $"the slot of {due} is open");
        }

        IReadOnlyList<Occurrence> ledger = await node.LedgerAsync(schedule);
        Assert.Equal(expected.Select(Instant), ledger.Select(slot => slot.Due));
        Assert.All(ledger, slot => Assert.Equal((OccurrenceState.Due, false), (slot.State, slot.Late)));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_slot_whose_alarm_was_lost_is_opened_by_the_repair(string provider)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancelled);
        await using SchedulerNode node = await SchedulerNode.StartAsync(bot);
        Schedule schedule = await node.AddAsync(Settings.Daily("morning", "Etc/UTC", new TimeOnly(8, 0)));
        await AlarmIsAsync(node, schedule, schedule.NextDue);
        IScheduler scheduler = await node.Get<SchedulerEngine>().GetAsync(Cancelled);
        await scheduler.UnscheduleJob(AlarmTrigger.Key(schedule.Id), Cancelled);

        bot.Clock.Advance(TimeSpan.FromHours(1));
        await PassesUntilAsync(bot, async () => (await node.LedgerAsync(schedule)).Count == 1, "the slot is open");

        Assert.False((await node.LedgerAsync(schedule))[0].Late);
        await AlarmIsAsync(node, schedule, Instant("2026-03-02T08:00:00Z"));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Lost_moved_and_left_over_alarms_are_found_by_the_comparison(string provider)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancelled);
        await using SchedulerNode node = await SchedulerNode.StartAsync(bot);
        Schedule lost = await node.AddAsync(Settings.Daily("lost", "Etc/UTC", new TimeOnly(8, 0)));
        Schedule moved = await node.AddAsync(Settings.Daily("moved", "Etc/UTC", new TimeOnly(9, 0)));
        Schedule sound = await node.AddAsync(Settings.Daily("sound", "Etc/UTC", new TimeOnly(10, 0)));
        Schedule removed = await node.AddAsync(Settings.Daily("removed", "Etc/UTC", new TimeOnly(11, 0)));
        await node.Get<Database>().InTransactionAsync(
            async transaction =>
            {
                await node.Get<ScheduleStore>().RemoveAsync(transaction, removed.Id);
                await node.Get<ITimetable>().SetAsync(transaction, new ScheduleAlarm(removed.Id, null, 0), Cancelled);
                return true;
            },
            Cancelled);
        await node.Get<IAlarms>().FollowAsync(Cancelled);
        await AlarmIsAsync(node, lost, lost.NextDue);
        await AlarmIsAsync(node, removed, null);

        IScheduler scheduler = await node.Get<SchedulerEngine>().GetAsync(Cancelled);
        await scheduler.UnscheduleJob(AlarmTrigger.Key(lost.Id), Cancelled);
        await AlarmTrigger.SetAsync(scheduler, new ScheduleAlarm(moved.Id, bot.Clock.GetUtcNow().AddDays(3), 0), Cancelled);
        await AlarmTrigger.SetAsync(scheduler, new ScheduleAlarm(removed.Id, bot.Clock.GetUtcNow().AddDays(3), 0), Cancelled);
        await AlarmTrigger.SetAsync(scheduler, new ScheduleAlarm(987_654, bot.Clock.GetUtcNow().AddDays(3), 0), Cancelled);

        int corrected = await node.Get<AlarmComparison>().RunAsync(Cancelled);
        int again = await node.Get<AlarmComparison>().RunAsync(Cancelled);

        Assert.Equal((4, 0), (corrected, again));
        foreach (Schedule schedule in new[] { lost, moved, sound })
        {
            await AlarmIsAsync(node, schedule, schedule.NextDue);
        }

        Assert.False(await scheduler.Exists(AlarmTrigger.Key(removed.Id), Cancelled));
        Assert.False(await scheduler.Exists(AlarmTrigger.Key(987_654), Cancelled));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_schedule_added_by_another_process_is_opened_once_by_whoever_runs(string provider)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancelled);
        await using SchedulerNode serving = await SchedulerNode.StartAsync(bot);
        await using SchedulerNode verb = SchedulerNode.On(bot);
        Schedule schedule = await verb.AddAsync(Settings.Daily("morning", "Etc/UTC", new TimeOnly(8, 0)));

        await PassesUntilAsync(
            bot,
            async () => await (await serving.Get<SchedulerEngine>().GetAsync(Cancelled)).Exists(AlarmTrigger.Key(schedule.Id), Cancelled),
            "the alarm is set");
        bot.Clock.SetUtcNow(Instant("2026-03-01T08:00:00Z"));
        await Moment.BringsAsync(bot.Clock, async () => (await serving.LedgerAsync(schedule)).Count == 1, "the slot is open");
        await AlarmIsAsync(serving, schedule, Instant("2026-03-02T08:00:00Z"));

        Assert.Single(await verb.LedgerAsync(schedule));
        Assert.False(verb.Get<SchedulerEngine>().IsRunning);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_change_that_is_undone_leaves_neither_schedule_nor_alarm(string provider)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancelled);
        await using SchedulerNode node = await SchedulerNode.StartAsync(bot);
        Schedule? added = null;

        await Assert.ThrowsAsync<InvalidDataException>(() => node.Get<Database>().InTransactionAsync<bool>(
            async transaction =>
            {
                added = await node.AddAsync(transaction, bot.Operator, Settings.Daily("morning", "Etc/UTC", new TimeOnly(8, 0)));
                throw new InvalidDataException("Somebody changed their mind.");
            },
            Cancelled));
        await node.Get<IAlarms>().FollowAsync(Cancelled);

        IScheduler scheduler = await node.Get<SchedulerEngine>().GetAsync(Cancelled);
        Assert.False(await scheduler.Exists(AlarmTrigger.Key(added!.Id), Cancelled));
        Assert.Empty(await node.Get<ScheduleStore>().ListAsync(bot.Operator, Cancelled));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task After_a_restart_alarms_stand_again_and_what_was_missed_meanwhile_is_in_the_ledger(string provider)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancelled);
        Schedule schedule;
        await using (SchedulerNode first = await SchedulerNode.StartAsync(bot))
        {
            schedule = await first.AddAsync(Settings.Daily("morning", "Etc/UTC", new TimeOnly(8, 0)));
        }

        bot.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromHours(3)); // 10:00
        await using SchedulerNode second = await SchedulerNode.StartAsync(bot);
        await PassesUntilAsync(bot, async () => (await second.LedgerAsync(schedule)).Count == 3, "the slots are open");

        Assert.Equal(
            [(SkipReason.TooLate, false), (SkipReason.TooLate, false), ((SkipReason?)null, true)],
            (await second.LedgerAsync(schedule)).Select(slot => (slot.Skipped, slot.Late)));
        await AlarmIsAsync(second, schedule, Instant("2026-03-04T08:00:00Z"));
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static async Task AlarmIsAsync(SchedulerNode node, Schedule schedule, DateTimeOffset? due)
    {
        IScheduler scheduler = await node.Get<SchedulerEngine>().GetAsync(Cancelled);
        await Eventually.TrueAsync(
            async () => (await scheduler.GetTrigger(AlarmTrigger.Key(schedule.Id), Cancelled))?.NextFireTimeUtc == due,
            $"the alarm of {schedule.Settings.Name} is set to {due?.ToString("u", CultureInfo.InvariantCulture) ?? "nothing"}");
    }

    // Lets the clock run, because only passing time brings it about.
    private static Task PassesUntilAsync(TestBot bot, Func<Task<bool>> ask, string what) => Eventually.TrueAsync(
        () =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
            return ask();
        },
        what);
}
