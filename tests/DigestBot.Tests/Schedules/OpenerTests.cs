using DigestBot.Delivery;
using DigestBot.Schedules;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Schedules.Infrastructure;

namespace DigestBot.Tests.Schedules;

/// <summary>Slots enter the ledger when they are due, each once, whoever looks and however late.</summary>
public sealed class OpenerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_slot_enters_the_ledger_once_when_its_time_has_come_and_not_before(string provider)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancelled);
        await using SchedulerNode node = SchedulerNode.On(bot);
        Schedule schedule = await node.AddAsync(Settings.Daily("morning", "Etc/UTC", new TimeOnly(8, 0)));

        bot.Clock.Advance(TimeSpan.FromMinutes(59));
        int early = await node.Get<SlotOpener>().OpenDueAsync(Cancelled);
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        int due = await node.Get<SlotOpener>().OpenDueAsync(Cancelled);
        int again = await node.Get<SlotOpener>().OpenDueAsync(Cancelled);

        Assert.Equal((0, 1, 0), (early, due, again));
        Occurrence slot = Assert.Single(await node.LedgerAsync(schedule));
        Assert.Equal(("2026-03-01/0", OccurrenceState.Due, false), (slot.Slot, slot.State, slot.Late));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Many_nodes_that_look_at_once_open_each_slot_once(string provider)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancelled);
        await using SchedulerNode first = SchedulerNode.On(bot);
        await using SchedulerNode second = SchedulerNode.On(bot);
        var schedules = new List<Schedule>();
        foreach (int number in Enumerable.Range(0, 130))
        {
            schedules.Add(await first.AddAsync(Settings.Daily($"morning {number}", "Etc/UTC", new TimeOnly(8, 0))));
        }

        bot.Clock.Advance(TimeSpan.FromHours(1));
        int[] opened = await Task.WhenAll(
            from node in new[] { first, second, first, second }
            select node.Get<SlotOpener>().OpenDueAsync(Cancelled));

        Assert.Equal(schedules.Count, opened.Sum());
        foreach (Schedule schedule in schedules)
        {
            Assert.Single(await first.LedgerAsync(schedule));
        }
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Every_slot_missed_in_a_year_is_in_the_ledger_and_only_the_newest_is_caught_up(string provider)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancelled);
        await using SchedulerNode node = SchedulerNode.On(bot);
        Schedule schedule = await node.AddAsync(
            Settings.Daily("often", "Etc/UTC", new TimeOnly(6, 0), new TimeOnly(8, 0), new TimeOnly(12, 0), new TimeOnly(18, 0)));

        bot.Clock.Advance(TimeSpan.FromDays(365) + TimeSpan.FromHours(6)); // 13:00
        int due = await node.Get<SlotOpener>().OpenDueAsync(Cancelled);

        IReadOnlyList<Occurrence> ledger = await node.LedgerAsync(schedule);
        Assert.Equal(1, due);
        Assert.Equal((365 * 4) + 2, ledger.Count);
        Assert.Equal(ledger.Count, ledger.Select(slot => slot.Slot).Distinct().Count());
        Assert.Equal(("2027-03-01/2", OccurrenceState.Due, true), (ledger[^1].Slot, ledger[^1].State, ledger[^1].Late));
        Assert.Equal(("2027-03-01/1", SkipReason.Superseded), (ledger[^2].Slot, ledger[^2].Skipped));
        Assert.All(ledger.SkipLast(2), slot => Assert.Equal(SkipReason.TooLate, slot.Skipped));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_schedule_that_cannot_be_worked_out_does_not_hold_up_the_others(string provider)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancelled);
        await using SchedulerNode node = SchedulerNode.On(bot);
        Schedule broken = await node.AddAsync(Settings.Daily("broken", "Etc/UTC", new TimeOnly(8, 0)));
        Schedule sound = await node.AddAsync(Settings.Daily("sound", "Etc/UTC", new TimeOnly(8, 0)));
        await UpdateAsync(node, broken with { Settings = broken.Settings with { Times = [null!] } });

        bot.Clock.Advance(TimeSpan.FromHours(1));
        int due = await node.Get<SlotOpener>().OpenDueAsync(Cancelled);
        await UpdateAsync(node, broken);
        int repaired = await node.Get<SlotOpener>().OpenDueAsync(Cancelled);

        Assert.Equal((1, 1), (due, repaired));
        Assert.Single(await node.LedgerAsync(sound));
        Assert.Single(await node.LedgerAsync(broken));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task What_is_skipped_wakes_nobody_and_a_wish_to_skip_is_used_up(string provider)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancelled);
        await using SchedulerNode node = SchedulerNode.On(bot);
        Schedule schedule = await node.AddAsync(Settings.Daily("morning", "Etc/UTC", new TimeOnly(8, 0)));
        await UpdateAsync(node, schedule with { SkipNext = true });

        bot.Clock.Advance(TimeSpan.FromHours(1));
        int skipped = await node.Get<SlotOpener>().OpenDueAsync(Cancelled);
        Task rung = node.Get<SlotBell>().WaitAsync(TimeSpan.FromDays(30), Cancelled);
        bool isRungBySkipped = rung.IsCompleted;
        bot.Clock.Advance(TimeSpan.FromDays(1));
        int due = await node.Get<SlotOpener>().OpenDueAsync(Cancelled);
        await rung;

        Assert.Equal((0, 1, false), (skipped, due, isRungBySkipped));
        Assert.Equal([SkipReason.SkipNext, null], (await node.LedgerAsync(schedule)).Select(slot => slot.Skipped));
    }

    private static Task<bool> UpdateAsync(SchedulerNode node, Schedule schedule) => node.Get<Database>().InTransactionAsync(
        transaction => node.Get<ScheduleStore>().UpdateAsync(transaction, schedule), Cancelled);
}
