using Dapper;
using DigestBot.Delivery;
using DigestBot.Schedules;
using DigestBot.Schedules.Engine;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Schedules.Infrastructure;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Quartz;

namespace DigestBot.Tests.Schedules;

/// <summary>Nodes come, go and die; every slot is opened once.</summary>
public sealed class ClusterTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Every order in which two nodes can be started and stopped once.</summary>
    public static TheoryData<string> Orders => ["AaBb", "ABab", "ABba", "BAab", "BAba", "BbAa"];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Two_nodes_started_and_stopped_in_any_order_open_each_slot_once(string order)
    {
        await using TestBot bot = await TestBot.StartAsync("postgresql", Cancelled);
        var nodes = new Dictionary<char, SchedulerNode>();
        var running = new HashSet<char>();
        var added = new List<Schedule>();
        try
        {
            foreach (char step in order)
            {
                char name = char.ToLowerInvariant(step);
                if (char.IsUpper(step))
                {
                    nodes[name] = await SchedulerNode.StartAsync(bot);
                    running.Add(name);
                    added.Add(await nodes[name].AddAsync(Settings.Daily($"{step}", "Etc/UTC", new TimeOnly(8, 0))));
                }
                else
                {
                    await nodes[name].StopAsync();
                    running.Remove(name);
                }

                await NextMorningAsync(bot, running.Count > 0 ? added : []);
            }

            nodes['c'] = await SchedulerNode.StartAsync(bot);
            await NextMorningAsync(bot, added);
            await OpenedEachMorningAsync(nodes['c'], added, bot.Clock.GetUtcNow());
        }
        finally
        {
            foreach (SchedulerNode node in nodes.Values)
            {
                await node.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task Three_nodes_that_start_at_once_on_an_empty_database_all_run()
    {
        PostgresServer server = await PostgresServer.StartedAsync(Cancelled);
        string connection = await server.CreateDatabaseAsync(Cancelled);
        var clock = new FakeTimeProvider(Morning.AddHours(-1));
        SchedulerNode[] nodes = [.. Enumerable.Range(0, 3).Select(_ => new SchedulerNode("postgresql", connection, clock))];
        try
        {
            await Task.WhenAll(nodes.Select(node => node.StartAsync()));
            Schedule schedule = await nodes[0].AddAsync(Settings.Daily("morning", "Etc/UTC", new TimeOnly(8, 0)));
            clock.SetUtcNow(Morning);
            await Moment.BringsAsync(clock, async () => (await nodes[2].LedgerAsync(schedule)).Count > 0, "the slot is open");

            Assert.All(nodes, node => Assert.True(node.Get<SchedulerEngine>().IsRunning));
            Assert.Equal(3, nodes.Select(node => node.Get<NodeName>().Value).Distinct().Count());
            Assert.Single(await nodes[1].LedgerAsync(schedule));
        }
        finally
        {
            foreach (SchedulerNode node in nodes)
            {
                await node.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task A_chore_is_declared_once_for_all_nodes_and_anew_when_its_interval_changed()
    {
        await using TestBot bot = await TestBot.StartAsync("postgresql", Cancelled);
        await using SchedulerNode first = await SchedulerNode.StartAsync(bot);
        await using SchedulerNode second = await SchedulerNode.StartAsync(bot);
        IReadOnlyList<TriggerHeader> before = await ChoresAsync(first);

        await first.StopAsync();
        await second.StopAsync();
        await using SchedulerNode third = await SchedulerNode.StartAsync(bot, [new("Schedules:LookInterval", "00:01:00")]);
        IReadOnlyList<TriggerHeader> after = await ChoresAsync(third);

        Assert.Equal(
            ["compare-alarms", "erase-spaces", "forget-old", "group-stories", "reopen-channels", "repair-alarms", "report-dead-sources"],
            before.Select(trigger => trigger.Key.Name));
        Assert.Equal(before.Select(trigger => trigger.Key), after.Select(trigger => trigger.Key));
        IScheduler scheduler = await third.Get<SchedulerEngine>().GetAsync(Cancelled);
        var repair = Assert.IsAssignableFrom<ISimpleTrigger>(await scheduler.GetTrigger(new TriggerKey("repair-alarms", "chores"), Cancelled));
        Assert.Equal(TimeSpan.FromMinutes(1), repair.RepeatInterval);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task While_the_store_is_away_nobody_gives_up_and_afterwards_what_was_due_is_opened_late(string provider)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancelled, Impatient);
        await using SchedulerNode node = await SchedulerNode.StartAsync(bot, Impatient);
        Schedule schedule = await node.AddAsync(Settings.Daily("morning", "Etc/UTC", new TimeOnly(8, 0)));
        await using (await StoreOutage.BeginAsync(bot))
        {
            bot.Clock.SetUtcNow(Morning);
            for (int minute = 0; minute < 10; minute++)
            {
                bot.Clock.Advance(TimeSpan.FromMinutes(1));
                await Assert.ThrowsAsync<StoreException>(() => node.Get<SlotOpener>().OpenDueAsync(Cancelled));
            }
        }

        await Eventually.TrueAsync(
            async () =>
            {
                bot.Clock.Advance(TimeSpan.FromSeconds(1));
                return (await node.LedgerAsync(schedule)).Count == 1;
            },
            "the slot is open");

        Occurrence slot = Assert.Single(await node.LedgerAsync(schedule));
        Assert.Equal((OccurrenceState.Due, true), (slot.State, slot.Late));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_host_that_starts_while_the_store_is_away_runs_when_it_is_back(string provider)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancelled, Impatient);
        await using SchedulerNode adder = SchedulerNode.On(bot);
        Schedule schedule = await adder.AddAsync(Settings.Daily("morning", "Etc/UTC", new TimeOnly(8, 0)));
        SchedulerNode node = SchedulerNode.On(bot, Impatient);
        await using (node)
        {
            bool ranWithout;
            await using (await StoreOutage.BeginAsync(bot))
            {
                await node.StartAsync();
                ranWithout = node.Get<SchedulerEngine>().IsRunning && provider == "postgresql";
            }

            await Eventually.TrueAsync(
                async () =>
                {
                    bot.Clock.Advance(TimeSpan.FromMinutes(1));
                    return (await node.LedgerAsync(schedule)).Count == 1;
                },
                "the slot is open");
            Assert.False(ranWithout);
        }
    }

    [Fact]
    public async Task The_scheduler_keeps_to_a_few_connections_of_its_own()
    {
        await using TestBot bot = await TestBot.StartAsync("postgresql", Cancelled);
        await using SchedulerNode node = await SchedulerNode.StartAsync(bot);
        foreach (int number in Enumerable.Range(0, 60))
        {
            await node.AddAsync(Settings.Daily($"{number}", "Etc/UTC", new TimeOnly(8, 0)));
        }

        bot.Clock.SetUtcNow(Morning);
        await Moment.BringsAsync(bot.Clock, async () => await CountAsync(bot, "SELECT count(*) FROM occurrence") == 60, "all slots are open");

        Assert.InRange(
            await CountAsync(bot, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'DigestBot scheduler'"),
            1,
            8);
    }

    private static KeyValuePair<string, string?>[] Impatient => [new("Store:BusyTimeout", "00:00:00.100")];

    private static async Task NextMorningAsync(TestBot bot, IReadOnlyCollection<Schedule> opened)
    {
        DateTimeOffset now = bot.Clock.GetUtcNow();
        bot.Clock.SetUtcNow(Morning.AddDays(Math.Ceiling((now - Morning).TotalDays)));
        foreach (Schedule schedule in opened)
        {
            await Eventually.TrueAsync(
                async () =>
                {
                    bool open = await CountAsync(
                        bot, $"SELECT count(*) FROM schedule WHERE id = {schedule.Id} AND next_due <= {bot.Clock.GetUtcNow().ToUnixTimeMilliseconds()}") == 0;
                    if (!open)
                    {
                        bot.Clock.Advance(TimeSpan.FromSeconds(1));
                    }

                    return open;
                },
                $"the slot of {schedule.Settings.Name} is open");
        }

        bot.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    private static async Task OpenedEachMorningAsync(SchedulerNode node, IEnumerable<Schedule> schedules, DateTimeOffset now)
    {
        foreach (Schedule schedule in schedules)
        {
            Assert.Equal(
                Enumerable.Range(0, 365).Select(day => schedule.NextDue!.Value.AddDays(day)).TakeWhile(due => due <= now),
                (await node.LedgerAsync(schedule)).Select(slot => slot.Due));
        }
    }

    private static async Task<long> CountAsync(TestBot bot, string query)
    {
        string connection = bot.Get<IOptions<StoreOptions>>().Value.ConnectionString;
        await using var database = new NpgsqlConnection(connection);
        return await database.ExecuteScalarAsync<long>(query);
    }

    private static async Task<IReadOnlyList<TriggerHeader>> ChoresAsync(SchedulerNode node)
    {
        IScheduler scheduler = await node.Get<SchedulerEngine>().GetAsync(Cancelled);
        return (await scheduler.QueryTriggers(new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals("chores"), Take = 100 }, Cancelled)).Items;
    }
}
