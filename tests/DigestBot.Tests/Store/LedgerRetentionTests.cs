using Dapper;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Store;

/// <summary>Content is forgotten in time; keys never are.</summary>
public abstract class LedgerRetentionTests(string provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Content_goes_after_its_retention_and_the_keys_stay()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Schedule schedule = await ledger.ScheduleAsync();
        long old = await ledger.QueueAsync(schedule, "2026-03-01/0", parts: 2);
        await ledger.WriteAsync(transaction => bot.Get<ShownStore>().AddAsync(transaction, [new(schedule.Channel.Id, 7, old)]));
        await ledger.SendAllAsync();
        TakenOccurrence again = new(old, 0, 1, "2026-03-01/0", ledger.Now, false, schedule, false);
        bot.Clock.Advance(TimeSpan.FromDays(29));
        await ledger.QueueAsync(schedule, "2026-03-30/0", parts: 2);
        await ledger.SendAllAsync();
        Assert.Equal(0, await bot.Get<LedgerRetention>().RunAsync(Cancel));

        bot.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(3, await bot.Get<LedgerRetention>().RunAsync(Cancel));

        Assert.Equal(2, (await ledger.Posts.StateAsync(null, Cancel)).Delivered);
        Assert.Empty(await bot.Get<ShownStore>().FindAsync([schedule.Channel.Id], [7], Cancel));
        Assert.All(await ledger.Posts.OfOccurrenceAsync(old, Cancel), post => Assert.Empty(post.Trail));
        Assert.Equal(0, await ledger.WriteAsync(transaction => ledger.Posts.AddAsync(transaction, ledger.PartsOf(again, 2))));
        Assert.Equal(0, await ledger.OpenAsync(new NewOccurrence(schedule.Id, "2026-03-01/0", ledger.Now, false, null)));
        Assert.Equal((OccurrenceState.Delivered, 2), ((await ledger.OccurrenceAsync(schedule, "2026-03-01/0")).State, await BodiesAsync(bot)));
    }

    [Fact]
    public async Task A_body_stays_while_a_message_or_a_digest_needs_it()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        await ledger.QueueAsync(await ledger.ScheduleAsync(), "2026-03-01/0");
        await ledger.WriteAsync(transaction => bot.Get<DigestStore>().AddAsync(transaction, [bot.Operator.Id], "d", 1, "{digest}", []));

        bot.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal(0, await bot.Get<LedgerRetention>().RunAsync(Cancel));
        Assert.Equal("{digest}", await bot.Get<DigestStore>().FindAsync(bot.Operator, "d", Cancel));
        Assert.Equal("Part 1", Assert.Single(await ledger.TakeAsync()).Body);
        bot.Clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(2, await bot.Get<LedgerRetention>().RunAsync(Cancel));
        Assert.Null(await bot.Get<DigestStore>().FindAsync(bot.Operator, "d", Cancel));
        Assert.Equal(1, await BodiesAsync(bot));
    }

    [Fact]
    public async Task Thousands_of_rows_go_in_one_run()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Channel channel = await ledger.ChannelAsync();
        long slot = await ledger.QueueAsync(await ledger.ScheduleAsync(), "2026-03-01/0");
        await ledger.WriteAsync(transaction => bot.Get<ShownStore>().AddAsync(
            transaction, [.. Enumerable.Range(0, 1_700).Select(i => new ShownSentence(channel.Id, i, slot))]));

        bot.Clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(1_700, await bot.Get<LedgerRetention>().RunAsync(Cancel));
    }

    private static Task<long> BodiesAsync(TestBot bot) => bot.Get<Database>().ReadAsync(
        connection => connection.ExecuteScalarAsync<long>("SELECT count(*) FROM body"), Cancel);
}

public sealed class SqliteLedgerRetentionTests() : LedgerRetentionTests("sqlite");

public sealed class PostgresLedgerRetentionTests() : LedgerRetentionTests("postgresql");
