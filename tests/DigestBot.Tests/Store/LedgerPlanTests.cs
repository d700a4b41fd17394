using Dapper;
using DigestBot.Chat;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.Options;
using Npgsql;

namespace DigestBot.Tests.Store;

/// <summary>Rows are kept for ever, so no question may read them all.</summary>
public sealed class LedgerPlanTests
{
    private const int Old = 400;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Postgresql_reads_no_table_of_the_ledger_from_end_to_end()
    {
        // A small table is read whole because that is cheaper; told not to, the planner does so only where there is no index.
        string connection = await (await PostgresServer.StartedAsync(Cancel)).CreateDatabaseAsync(Cancel);
        await using TestBot bot = await TestBot.StartAsync(
            "postgresql", Cancel, new KeyValuePair<string, string?>("Store:ConnectionString", $"{connection};Options=-c enable_seqscan=off"));
        Ledger ledger = await LongLivedAsync(bot);
        long before = await ScansAsync(bot);

        await WorkAsync(ledger, ledger.Now.AddMinutes(1));

        Assert.Equal(before, await ScansAsync(bot));
    }

    [Fact]
    public async Task Sqlite_finds_the_messages_to_send_through_indexes()
    {
        await using TestBot bot = await TestBot.StartAsync("sqlite", Cancel);
        Database database = bot.Get<Database>();
        string candidates = new PostTaking(database.Dialect, null!, bot.Clock.GetUtcNow()).Candidates;

        IEnumerable<dynamic> plan = await database.ReadAsync(
            connection => connection.QueryAsync($"EXPLAIN QUERY PLAN {candidates}", new { platform = "Discord", now = 5L, limit = 5 }), Cancel);

        string[] steps = [.. plan.Select(step => (string)step.detail)];
        Assert.Contains(steps, step => step.StartsWith("SEARCH p USING INDEX post_take", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal) || step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    // Thousands of slots, messages and shown sentences that ended long ago, in many channels.
    private static async Task<Ledger> LongLivedAsync(TestBot bot)
    {
        var ledger = new Ledger(bot);
        var schedules = new List<Schedule>();
        foreach (int channel in Enumerable.Range(1, 40))
        {
            schedules.Add(await ledger.ScheduleAsync($"S{channel}", await ledger.ChannelAsync($"discord:{channel}"), nextDue: ledger.Now.AddDays(1)));
        }

        await ledger.OpenAsync([.. Enumerable.Range(0, Old).Select(i => new NewOccurrence(schedules[i % 40].Id, $"{i}", ledger.Now, false, null))]);
        while (await ledger.Occurrences.TakeAsync(1_000, ledger.Now + Ledger.Lease, Ledger.Worker, Cancel) is { Count: > 0 } taken)
        {
            await ledger.WriteAsync(transaction => ledger.Posts.AddAsync(transaction, [.. taken.SelectMany(slot => ledger.PartsOf(slot, 1)).Select(part => part with { Body = part.Key })]));
            await ledger.WriteAsync(transaction => bot.Get<ShownStore>().AddAsync(
                transaction, [.. taken.Select(slot => new ShownSentence(slot.Schedule.Channel.Id, slot.Id, slot.Id))]));
        }

        long now = ledger.Now.ToUnixTimeMilliseconds();
        await bot.Get<Database>().WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "UPDATE post SET state = 'Delivered', take_at = NULL, finished_at = @now", new { now }, transaction);
                await connection.ExecuteAsync(
                    "UPDATE occurrence SET state = 'Delivered', take_at = NULL, finished_at = @now", new { now }, transaction);
            },
            Cancel);
        return ledger;
    }

    private static async Task WorkAsync(Ledger ledger, DateTimeOffset later)
    {
        Schedule schedule = (await ledger.Schedules.UpcomingAsync(null, 1, Cancel))[0];
        long slot = await ledger.QueueAsync(schedule, "new", parts: 2);
        await ledger.WriteAsync(transaction => ledger.Bot.Get<ShownStore>().AddAsync(transaction, [new(schedule.Channel.Id, -1, slot)]));
        await ledger.Bot.Get<ShownStore>().FindAsync([schedule.Channel.Id], [-1, 3], Cancel);
        await ledger.Bot.Get<ShownStore>().FindArticlesAsync([schedule.Channel.Id], [-1, 3], Cancel);
        await ledger.Bot.Get<ShownStore>().FindEditedAsync([schedule.Channel.Id], 9, Cancel);
        await ledger.WriteAsync(transaction => ledger.Bot.Get<ShownStore>().CorrectAsync(transaction, [new(schedule.Channel.Id, -1, slot)]));
        await ledger.SendAllAsync();
        await ledger.QueueAsync(schedule, "dead", parts: 2);
        TakenPost dead = Assert.Single(await ledger.TakeAsync());
        await ledger.EndAsync(dead, new PostEnd.Dead("404"));
        await ledger.Posts.PauseAsync(ChatPlatform.Discord, later, "429", Cancel);
        await ledger.Posts.NextAsync(ChatPlatform.Discord, Cancel);
        await ledger.Posts.OfOccurrenceAsync(slot, Cancel);
        await ledger.Occurrences.HistoryAsync(schedule.Id, 5, later, Cancel);
        await ledger.Occurrences.RecentAsync(null, 5, Cancel);
        await ledger.Occurrences.RecentAsync(ledger.Bot.Operator, 5, Cancel);
        await ledger.Posts.StateAsync(ledger.Bot.Operator, Cancel);
        await ledger.Posts.StateAsync(null, Cancel);
        await ledger.Bot.Get<LedgerRetention>().RunAsync(Cancel);
        await ledger.WriteAsync(transaction => ledger.Schedules.RemoveAsync(transaction, schedule.Id));
    }

    // Counters are written when a connection ends. What is small for ever is not asked: schedules and channels.
    private static async Task<long> ScansAsync(TestBot bot)
    {
        await using (var pooled = new NpgsqlConnection(bot.Get<IOptions<StoreOptions>>().Value.ConnectionString))
        {
            NpgsqlConnection.ClearPool(pooled);
        }

        await Eventually.TrueAsync(async () => await AskAsync<long>(bot, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'") == 1, "other connections end");
        return await AskAsync<long>(bot, "SELECT CAST(sum(seq_scan) AS bigint) FROM pg_stat_user_tables WHERE relname IN ('post', 'occurrence', 'shown', 'body')");
    }

    private static Task<T?> AskAsync<T>(TestBot bot, string sql) =>
        bot.Get<Database>().ReadAsync(connection => connection.ExecuteScalarAsync<T>(sql), Cancel);
}
