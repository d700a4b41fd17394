using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Store;

/// <summary>Schedules and the ledger of their slots.</summary>
public abstract class ScheduleStorageTests(string provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_schedule_is_read_as_it_was_written()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Schedule added = await ledger.ScheduleAsync("Früh", nextDue: ledger.Now.AddHours(1));

        Schedule changed = added with
        {
            Settings = added.Settings with { Topic = null, Quiet = null, Stories = 4, MentionRole = null, IfEmpty = IfEmpty.Skip },
            Channel = await ledger.ChannelAsync("teams:19:abc@thread.tacv2"),
            Paused = true,
            SkipNext = true,
            NextDue = null,
            CoveredUntil = ledger.Now,
            NextNumber = 7,
        };
        Assert.True(await ledger.WriteAsync(transaction => ledger.Schedules.UpdateAsync(transaction, changed)));

        Assert.Equivalent(Ledger.Settings("Früh"), added.Settings, strict: true);
        Assert.Equivalent(changed, await ledger.Schedules.FindAsync(bot.Operator, $"{added.Id}", Cancel), strict: true);
        Assert.Equivalent(changed, await ledger.Schedules.FindAsync(bot.Operator, "FRÜH", Cancel), strict: true);
        Assert.Equivalent(changed, Assert.Single(await ledger.Schedules.ListAsync(bot.Operator, Cancel)), strict: true);
        Assert.Null(await ledger.Schedules.FindAsync(await bot.SpaceAsync("discord:77", Cancel), "Früh", Cancel));
    }

    [Fact]
    public async Task A_name_is_taken_in_its_space_whatever_the_case_until_the_schedule_is_removed()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Channel channel = await ledger.ChannelAsync();
        Schedule first = await ledger.ScheduleAsync("Morning", channel);
        Schedule other = await ledger.ScheduleAsync("Evening", channel);
        var again = new NewSchedule(bot.Operator, channel, Ledger.Settings("MORNING"), "discord:9", "me", ledger.Now, null, 1);

        Assert.Null(await ledger.WriteAsync(transaction => ledger.Schedules.AddAsync(transaction, again)));
        Assert.False(await ledger.WriteAsync(transaction => ledger.Schedules.UpdateAsync(
            transaction, other with { Settings = other.Settings with { Name = "morning" } })));
        Space elsewhere = await bot.SpaceAsync("discord:5", Cancel);
        Assert.NotNull(await ledger.WriteAsync(transaction => ledger.Schedules.AddAsync(transaction, again with { Space = elsewhere })));
        await ledger.WriteAsync(transaction => ledger.Schedules.RemoveAsync(transaction, first.Id));
        Assert.NotNull(await ledger.WriteAsync(transaction => ledger.Schedules.AddAsync(transaction, again)));
    }

    [Fact]
    public async Task Every_change_is_seen_by_its_revision_and_removed_schedules_have_no_alarm()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Channel channel = await ledger.ChannelAsync();
        Schedule one = await ledger.ScheduleAsync("One", channel, nextDue: ledger.Now.AddHours(1));
        Schedule two = await ledger.ScheduleAsync("Two", channel, nextDue: ledger.Now.AddHours(2));
        long before = await ledger.Schedules.RevisionAsync(Cancel);

        await ledger.WriteAsync(transaction => ledger.Schedules.OpenedAsync(transaction, [one with { NextDue = ledger.Now.AddHours(5) }]));
        Assert.Equal(before, await ledger.Schedules.RevisionAsync(Cancel));
        await ledger.WriteAsync(transaction => ledger.Schedules.RemoveAsync(transaction, two.Id));

        Assert.Equal(before + 1, await ledger.Schedules.RevisionAsync(Cancel));
        Assert.Equal([new ScheduleAlarm(two.Id, null, before + 1)], await ledger.Schedules.ChangedAsync(before, Cancel));
        Assert.Equal([one.Id], (await ledger.Schedules.AlarmsAsync(0, 10, Cancel)).Select(alarm => alarm.ScheduleId));
        Assert.Empty(await ledger.Schedules.AlarmsAsync(one.Id, 10, Cancel));
        Assert.Null(await ledger.WriteAsync(transaction => ledger.Schedules.LockAsync(transaction, two.Id)));
        Assert.Equal(new ScheduleCounts(1, []).Schedules, (await ledger.WriteAsync(transaction => ledger.Schedules.CountAsync(transaction, bot.Operator))).Schedules);
    }

    [Fact]
    public async Task Due_schedules_are_taken_oldest_first_and_cover_only_forward()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Channel channel = await ledger.ChannelAsync();
        Schedule late = await ledger.ScheduleAsync("Late", channel, nextDue: ledger.Now.AddMinutes(-1));
        Schedule later = await ledger.ScheduleAsync("Later", channel, nextDue: ledger.Now.AddMinutes(-5));
        await ledger.ScheduleAsync("Not yet", channel, nextDue: ledger.Now.AddMinutes(1));

        IReadOnlyList<Schedule> due = await ledger.WriteAsync(async transaction =>
        {
            IReadOnlyList<Schedule> taken = await ledger.Schedules.TakeDueAsync(transaction, ledger.Now, 10);
            await ledger.Schedules.CoveredAsync(transaction, [(late.Id, ledger.Now), (late.Id, ledger.Now.AddHours(-1)), (later.Id, ledger.Now)]);
            await ledger.Schedules.CoveredAsync(transaction, [(later.Id, ledger.Now.AddDays(-1))]);
            return taken;
        });

        Assert.Equal([later.Id, late.Id], due.Select(schedule => schedule.Id));
        Assert.All(
            (await ledger.Schedules.ListAsync(bot.Operator, Cancel)).Where(schedule => schedule.Id <= later.Id),
            schedule => Assert.Equal(ledger.Now, schedule.CoveredUntil));
    }

    [Fact]
    public async Task A_slot_enters_the_ledger_once_however_many_enter_it_at_the_same_moment()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Schedule schedule = await ledger.ScheduleAsync();
        var slot = new NewOccurrence(schedule.Id, "2026-03-01/0", ledger.Now, true, null);

        int[] entered = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => ledger.OpenAsync(slot))));

        Assert.Equal(1, entered.Sum());
        Assert.Single(await ledger.Occurrences.HistoryAsync(schedule.Id, 10, null, Cancel));
        Assert.Equal(["2026-03-01/0"], await ledger.WriteAsync(
            transaction => ledger.Occurrences.KnownAsync(transaction, schedule.Id, ["2026-03-01/0", "2026-03-02/0"])));
    }

    [Fact]
    public async Task A_slot_is_held_by_one_worker_until_its_lease_ends_and_the_late_one_is_refused()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Schedule schedule = await ledger.ScheduleAsync();
        await ledger.OpenAsync(
            new NewOccurrence(schedule.Id, "2026-03-01/0", ledger.Now, false, null),
            new NewOccurrence(schedule.Id, "2026-02-28/0", ledger.Now.AddDays(-1), false, SkipReason.TooLate),
            new NewOccurrence(schedule.Id, "2026-03-02/0", ledger.Now.AddDays(1), false, null));

        TakenOccurrence first = Assert.Single(await ledger.Occurrences.TakeAsync(10, ledger.Now + Ledger.Lease, "node-1", Cancel));
        Assert.Null(await ledger.Occurrences.TakeAsync(first.Id, ledger.Now + Ledger.Lease, "node-2", Cancel));
        bot.Clock.Advance(Ledger.Lease);
        TakenOccurrence? second = await ledger.Occurrences.TakeAsync(first.Id, ledger.Now + Ledger.Lease, "node-2", Cancel);

        Assert.Equal((1, 2), (first.Attempts, second!.Attempts));
        Assert.False(await ledger.WriteAsync(transaction => ledger.Occurrences.EndAsync(transaction, first, new OccurrenceEnd.Queued("d", 1))));
        Assert.True(await ledger.WriteAsync(transaction => ledger.Occurrences.EndAsync(
            transaction, second, new OccurrenceEnd.Again(ledger.Now.AddMinutes(3), "The store was busy."))));
        Assert.Empty(await ledger.Occurrences.TakeAsync(10, ledger.Now + Ledger.Lease, "node-1", Cancel));
        bot.Clock.Advance(TimeSpan.FromMinutes(3));
        TakenOccurrence third = Assert.Single(await ledger.Occurrences.TakeAsync(10, ledger.Now + Ledger.Lease, "node-1", Cancel));
        Assert.True(await ledger.WriteAsync(transaction => ledger.Occurrences.EndAsync(transaction, third, new OccurrenceEnd.Skipped(SkipReason.Empty))));
        Assert.Equal(
            [(OccurrenceState.Due, null), (OccurrenceState.Skipped, SkipReason.Empty), (OccurrenceState.Skipped, (SkipReason?)SkipReason.TooLate)],
            (await ledger.Occurrences.HistoryAsync(schedule.Id, 10, null, Cancel)).Select(slot => (slot.State, slot.Skipped)));
    }

    [Fact]
    public async Task A_slot_whose_workers_died_over_and_over_is_taken_last_and_by_itself()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Schedule schedule = await ledger.ScheduleAsync();
        await ledger.OpenAsync(
            new NewOccurrence(schedule.Id, "2026-03-01/0", ledger.Now, false, null),
            new NewOccurrence(schedule.Id, "2026-03-01/1", ledger.Now, false, null));
        for (int death = 0; death < OccurrenceStore.BegunInCompany; death++)
        {
            Assert.Equal(["2026-03-01/0", "2026-03-01/1"], await TakeAsync());
            bot.Clock.Advance(Ledger.Lease);
        }

        await ledger.OpenAsync(new NewOccurrence(schedule.Id, "2026-03-02/0", ledger.Now, false, null));

        Assert.Equal(["2026-03-02/0"], await TakeAsync());
        Assert.Equal(["2026-03-01/0"], await TakeAsync());
        Assert.Equal(["2026-03-01/1"], await TakeAsync());
        Assert.Empty(await TakeAsync());

        async Task<IEnumerable<string>> TakeAsync() =>
            (await ledger.Occurrences.TakeAsync(10, ledger.Now + Ledger.Lease, "node-1", Cancel)).Select(taken => taken.Slot);
    }

    [Fact]
    public async Task A_removed_schedule_sends_nothing_more_and_its_ledger_says_so()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Schedule schedule = await ledger.ScheduleAsync();
        await ledger.QueueAsync(schedule, "2026-03-01/0", parts: 2);
        await ledger.QueueAsync(schedule, "2026-03-01/3", parts: 2);
        await ledger.OpenAsync(new NewOccurrence(schedule.Id, "now/2026-03-01T07:00:00.000Z", ledger.Now, false, null));
        TakenOccurrence composing = Assert.Single(await ledger.Occurrences.TakeAsync(10, ledger.Now + Ledger.Lease, "node-1", Cancel));
        TakenPost sending = Assert.Single(await ledger.TakeAsync());
        Assert.True(await ledger.BeginAsync(sending));

        await ledger.WriteAsync(transaction => ledger.Schedules.RemoveAsync(transaction, schedule.Id));

        Assert.False(await ledger.WriteAsync(transaction => ledger.Occurrences.EndAsync(transaction, composing, new OccurrenceEnd.Queued("d", 1))));
        Assert.True(await ledger.DeliveredAsync(sending));
        Assert.Empty(await ledger.TakeAsync());
        Occurrence begun = await ledger.OccurrenceAsync(schedule, "2026-03-01/0");
        Occurrence waiting = await ledger.OccurrenceAsync(schedule, "2026-03-01/3");
        Assert.Equal((OccurrenceState.Failed, "The schedule was removed.", 1), (begun.State, begun.Problem, begun.Delivered));
        Assert.Equal((OccurrenceState.Skipped, SkipReason.Removed), (waiting.State, waiting.Skipped!.Value));
        bot.Clock.Advance(Ledger.Lease);
        TakenOccurrence left = Assert.Single(await ledger.Occurrences.TakeAsync(10, ledger.Now + Ledger.Lease, "node-1", Cancel));
        Assert.Equal((true, true), (left.ScheduleRemoved, left.ByHand));
        Assert.Null(await ledger.Schedules.FindAsync(bot.Operator, "Morning", Cancel));
    }

    [Fact]
    public async Task A_slot_given_back_is_due_at_once_and_the_attempt_does_not_count()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Schedule schedule = await ledger.ScheduleAsync();
        await ledger.OpenAsync(new NewOccurrence(schedule.Id, "2026-03-01/0", ledger.Now, false, null));

        IReadOnlyList<TakenOccurrence> taken = await ledger.Occurrences.TakeAsync(10, ledger.Now + Ledger.Lease, "node-1", Cancel);
        await ledger.Occurrences.ReleaseAsync(taken, Cancel);
        await ledger.Occurrences.ReleaseAsync(taken, Cancel);
        TakenOccurrence again = Assert.Single(await ledger.Occurrences.TakeAsync(10, ledger.Now + Ledger.Lease, "node-2", Cancel));

        Assert.Equal((1, true), (again.Attempts, again.Token > taken[0].Token));
    }

    [Fact]
    public async Task Of_two_slots_that_show_a_channel_the_same_sentence_one_learns_that_it_came_second()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Channel channel = await ledger.ChannelAsync();
        long first = await ledger.QueueAsync(await ledger.ScheduleAsync("One", channel), "2026-03-01/0");
        long second = await ledger.QueueAsync(await ledger.ScheduleAsync("Two", channel), "2026-03-01/0");

        int[] added = await Task.WhenAll(new[] { first, second }.Select(occurrence => Task.Run(() => ledger.WriteAsync(
            transaction => bot.Get<ShownStore>().AddAsync(
                transaction, [new(channel.Id, long.MaxValue, occurrence), new(channel.Id, long.MinValue, occurrence)])))));

        Assert.Equal([0, 2], added.Order());
        ILookup<long, long> shown = await bot.Get<ShownStore>().FindAsync([channel.Id, 99], [long.MaxValue, long.MinValue, 5], Cancel);
        Assert.Equal([long.MinValue, long.MaxValue], shown[channel.Id].Order());
    }

    [Fact]
    public async Task Status_sees_what_comes_next_what_was_last_and_how_many_there_are()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Space other = await bot.SpaceAsync("discord:2", Cancel);
        Schedule soon = await ledger.ScheduleAsync("Soon", nextDue: ledger.Now.AddHours(1));
        Schedule sooner = await ledger.ScheduleAsync("Sooner", space: other, nextDue: ledger.Now.AddMinutes(1));
        Schedule none = await ledger.ScheduleAsync("None");
        await ledger.WriteAsync(transaction => ledger.Schedules.UpdateAsync(transaction, none with { Paused = true }));
        foreach (int day in Enumerable.Range(1, 3))
        {
            await ledger.OpenAsync(
                new NewOccurrence(soon.Id, $"2026-02-0{day}/0", ledger.Now.AddDays(day - 9), false, SkipReason.TooLate),
                new NewOccurrence(sooner.Id, $"2026-02-0{day}/0", ledger.Now.AddDays(day - 2), false, SkipReason.TooLate));
        }

        Assert.Equal([sooner.Id, soon.Id], (await ledger.Schedules.UpcomingAsync(null, 5, Cancel)).Select(schedule => schedule.Id));
        Assert.Equal([soon.Id], (await ledger.Schedules.UpcomingAsync(bot.Operator, 5, Cancel)).Select(schedule => schedule.Id));
        Assert.Equal((new ScheduleTotals(3, 1), new ScheduleTotals(1, 0)), (await ledger.Schedules.TotalAsync(null, Cancel), await ledger.Schedules.TotalAsync(other, Cancel)));
        Assert.Equal(
            [("Sooner", "2026-02-03/0"), ("Sooner", "2026-02-02/0")],
            (await ledger.Occurrences.RecentAsync(null, 2, Cancel)).Select(recent => (recent.Schedule, recent.Occurrence.Slot)));
        Assert.Equal(
            [("Soon", "2026-02-03/0"), ("Soon", "2026-02-02/0")],
            (await ledger.Occurrences.RecentAsync(bot.Operator, 2, Cancel)).Select(recent => (recent.Schedule, recent.Occurrence.Slot)));
    }
}

public sealed class SqliteScheduleStorageTests() : ScheduleStorageTests("sqlite");

public sealed class PostgresScheduleStorageTests() : ScheduleStorageTests("postgresql");
