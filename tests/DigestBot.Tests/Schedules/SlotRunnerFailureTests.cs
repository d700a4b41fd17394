using DigestBot.Schedules;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using static DigestBot.Tests.Schedules.SlotRunnerSamples;

namespace DigestBot.Tests.Schedules;

/// <summary>Whatever fails, each slot is queued once or says why it is not.</summary>
public sealed class SlotRunnerFailureTests
{
    private const string Refuse = """
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
        CREATE CONSTRAINT TRIGGER refused AFTER INSERT ON post DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse();
        """;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_slot_whose_worker_died_is_queued_by_another_when_the_lease_ends(string provider)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync(provider);
        Schedule schedule = await NewsAndScheduleAsync(town);
        await town.OpenAsync(schedule);
        Assert.Single(await town.Bot.Get<OccurrenceStore>().TakeAsync(10, town.Now + Lease, "dead", Cancel));

        await town.RunAsync();
        Assert.Empty(await town.OutboxAsync());
        town.Bot.Clock.Advance(Lease + TimeSpan.FromSeconds(1));
        await town.RunAsync();

        Assert.Single(await town.OutboxAsync());
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_slot_lost_while_it_is_composed_is_queued_once_by_whoever_took_over(string provider)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync(provider);
        Schedule first = await NewsAndScheduleAsync(town);
        Schedule second = await town.ScheduleAsync("discord:1", "12", Settings with { Name = "Second" });
        await town.OpenAsync(first, second);
        await town.PublishAsync(town.Bot.Operator, "Town Post", "Bravo");
        Once(town, () => Run(async () =>
        {
            town.Bot.Clock.Advance(Lease + TimeSpan.FromSeconds(1));
            await town.UpdateAsync(first with { Settings = first.Settings with { Stories = 1 } });
            await town.UpdateAsync(second with { Settings = second.Settings with { Stories = 1 } });
            await town.RunAsync(town.Node(2));
        }));

        await town.RunAsync(town.Node(1));

        // Whoever came too late has left no part, and has told nobody that the channel was shown something.
        IReadOnlyList<SlotRunnerTown.QueuedPost> outbox = await town.OutboxAsync();
        Assert.Equal(["discord:11", "discord:12"], outbox.Select(post => post.Channel).Order(StringComparer.Ordinal));
        Assert.Equal(outbox.Sum(post => post.Sentences.Count()), await town.CountShownAsync());
        Assert.Equal(OccurrenceState.Queued, (await town.LastAsync(first)).State);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Two_nodes_that_post_to_one_channel_at_the_same_time_show_it_no_sentence_twice(string provider)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync(provider);
        Schedule first = await NewsAndScheduleAsync(town);
        Schedule second = await town.ScheduleAsync("discord:1", "11", Settings with { Name = "Second", Topic = "Alphaton" });
        await town.PublishAsync(town.Bot.Operator, "Town Post", "Bravo");
        await town.OpenAsync(first);
        Once(town, () => Run(async () =>
        {
            await town.OpenAsync(second);
            await town.RunAsync(town.Node(2));
        }));

        await town.RunAsync(town.Node(1));

        string[] sentences = [.. (await town.OutboxAsync()).SelectMany(post => post.Sentences)];
        Assert.Equal(2, sentences.Length);
        Assert.Distinct(sentences);
    }

    [Fact]
    public async Task Two_nodes_at_work_on_one_database_queue_each_of_200_slots_once()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("postgresql");
        await NewsAndScheduleAsync(town);
        var schedules = new List<Schedule>();
        for (int i = 0; i < 200; i++)
        {
            schedules.Add(await town.ScheduleAsync($"discord:{i % 20}", $"2{i % 100}", Settings with { Name = $"Number {i}" }));
        }

        await town.OpenAsync(schedules.Take(100));
        await Task.WhenAll(
            Task.Run(() => town.RunAsync(town.Node(1)), Cancel),
            Task.Run(() => town.RunAsync(town.Node(2)), Cancel),
            Task.Run(() => town.OpenAsync(schedules.Skip(100)), Cancel));
        await town.RunAsync();

        IReadOnlyList<SlotRunnerTown.QueuedPost> outbox = await town.OutboxAsync();
        Assert.Distinct(outbox.Select(post => post.Key));
        Assert.Equal(100, outbox.Count); // one sentence, a hundred channels with two schedules each
        Assert.Distinct(outbox.Select(post => post.Channel));
        foreach (Schedule schedule in schedules)
        {
            Assert.NotEqual(OccurrenceState.Due, (await town.LastAsync(schedule)).State);
        }
    }

    [Theory]
    [InlineData("sqlite", "CREATE TRIGGER refused BEFORE INSERT ON post BEGIN SELECT RAISE(ABORT, 'refused'); END", "DROP TRIGGER refused")]
    [InlineData("postgresql", Refuse, "DROP TRIGGER refused ON post")]
    public async Task A_transaction_that_fails_leaves_nothing_behind_and_the_slot_is_queued_later(string provider, string refuse, string accept)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync(provider);
        Schedule schedule = await NewsAndScheduleAsync(town);
        Schedule second = await town.ScheduleAsync("discord:1", "12", Settings with { Name = "Second" });
        await town.OpenAsync(schedule, second);
        await town.ExecuteAsync(refuse);

        await town.RunAsync();

        Occurrence slot = await town.LastAsync(schedule);
        Assert.Equal(OccurrenceState.Due, slot.State);
        Assert.NotNull(slot.Problem);
        Assert.Null((await town.ReadAsync(schedule)).CoveredUntil);
        await town.ExecuteAsync(accept);
        town.Bot.Clock.Advance(TimeSpan.FromSeconds(16));
        await town.RunAsync();
        Assert.Equal(["discord:11", "discord:12"], (await town.OutboxAsync()).Select(post => post.Channel));
        Assert.Equal(OccurrenceState.Queued, (await town.LastAsync(schedule)).State);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_schedule_changed_after_its_slot_was_opened_is_heeded(string provider)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync(provider);
        Schedule removed = await NewsAndScheduleAsync(town);
        Schedule paused = await town.ScheduleAsync("discord:1", "12", Settings with { Name = "Paused" });
        Schedule quiet = await town.ScheduleAsync("discord:1", "13", Settings with { Name = "Quiet" });
        Schedule strict = await town.ScheduleAsync("discord:1", "14", Settings with { Name = "Strict", CatchUp = TimeSpan.Zero });
        Schedule late = await town.ScheduleAsync("discord:1", "15", Settings with { Name = "Late" });
        await town.OpenAsync(removed, paused, quiet, strict, late);
        await town.Bot.Get<Database>().InTransactionAsync(
            async transaction =>
            {
                await town.Bot.Get<ScheduleStore>().RemoveAsync(transaction, removed.Id);
                return true;
            },
            Cancel);
        await town.UpdateAsync(paused with { Paused = true });
        await town.UpdateAsync(quiet with { Settings = quiet.Settings with { Quiet = new(new TimeOnly(8, 5), new TimeOnly(9, 0)) } });
        town.Bot.Clock.Advance(TimeSpan.FromMinutes(10));

        await town.RunAsync();

        Assert.Equal(SkipReason.Removed, (await town.LastAsync(removed)).Skipped);
        Assert.Equal(SkipReason.Paused, (await town.LastAsync(paused)).Skipped);
        Assert.Equal(SkipReason.QuietHours, (await town.LastAsync(quiet)).Skipped);
        Assert.Equal(SkipReason.TooLate, (await town.LastAsync(strict)).Skipped);
        SlotRunnerTown.QueuedPost post = Assert.Single(await town.OutboxAsync());
        Assert.Equal("discord:15", post.Channel);
        Assert.StartsWith("late: ", post.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slot_that_cannot_be_laid_out_stops_no_other_and_is_given_up_with_a_sentence()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        Schedule bad = await NewsAndScheduleAsync(town, Settings with { Zone = "Africa/Lagos", CatchUp = TimeSpan.FromHours(6) });
        Schedule good = await town.ScheduleAsync("discord:1", "12", Settings with { Name = "Good" });
        town.Adapter.Meanwhile = (_, reader) =>
        {
            if (reader.Zone.Id == "Africa/Lagos")
            {
                throw new InvalidOperationException("boom");
            }
        };
        await town.OpenAsync(bad, good);

        for (int i = 0; i < 5; i++)
        {
            await town.RunAsync();
            town.Bot.Clock.Advance(TimeSpan.FromMinutes(16));
        }

        Assert.Equal("discord:12", Assert.Single(await town.OutboxAsync()).Channel);
        Occurrence slot = await town.LastAsync(bad);
        Assert.Equal(OccurrenceState.Failed, slot.State);
        Assert.Equal("It could not be composed because of an error in DigestBot; see the log.", slot.Problem);
        Assert.Equal(OccurrenceState.Queued, (await town.LastAsync(good)).State);
    }

    [Fact]
    public async Task A_channel_on_a_platform_that_is_not_connected_fails_with_a_sentence()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        Schedule schedule = await NewsAndScheduleAsync(town);
        await town.OpenAsync(schedule);

        await town.RunAsync(town.Bot.Get<SlotRunner>());

        Occurrence slot = await town.LastAsync(schedule);
        Assert.Equal(OccurrenceState.Failed, slot.State);
        Assert.Contains("discord:11", slot.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_store_is_away_nothing_is_queued_and_afterwards_each_slot_once()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite", KeyValuePair.Create<string, string?>("Store:BusyTimeout", "00:00:00.100"));
        Schedule schedule = await NewsAndScheduleAsync(town);
        await town.OpenAsync(schedule);
        await using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={town.Bot.File}");
        await other.OpenAsync(Cancel);
        Once(town, () => Run(() => Dapper.SqlMapper.ExecuteAsync(other, "BEGIN IMMEDIATE")));

        await Assert.ThrowsAsync<StoreException>(() => town.RunAsync());
        await Dapper.SqlMapper.ExecuteAsync(other, "ROLLBACK");

        Assert.Empty(await town.OutboxAsync());
        town.Bot.Clock.Advance(Lease + TimeSpan.FromSeconds(1));
        await town.RunAsync();
        Assert.Single(await town.OutboxAsync());
    }

    [Fact]
    public async Task A_worker_that_is_stopped_gives_back_what_it_took()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        Schedule schedule = await NewsAndScheduleAsync(town);
        await town.OpenAsync(schedule);
        using var stop = new CancellationTokenSource();
        town.Adapter.Meanwhile = (_, _) => stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => town.Node().RunAsync(stop.Token));
        town.Adapter.Meanwhile = (_, _) => { };
        await town.RunAsync();

        Assert.Single(await town.OutboxAsync());
    }

    private static async Task<Schedule> NewsAndScheduleAsync(SlotRunnerTown town, ScheduleSettings? settings = null)
    {
        await town.PublishAsync(town.Bot.Operator, "Town Post", "Alpha");
        return await town.ScheduleAsync("discord:1", "11", settings);
    }

    private static void Once(SlotRunnerTown town, Action meanwhile) => town.Adapter.Meanwhile = (_, _) =>
    {
        town.Adapter.Meanwhile = (_, _) => { };
        meanwhile();
    };

    // What happens meanwhile is waited for where it happens: a digest is laid out synchronously.
    private static void Run(Func<Task> work) => Task.Run(work, Cancel).GetAwaiter().GetResult();
}
