using System.Data.Common;
using Dapper;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Store;

/// <summary>The database goes away in the middle of work.</summary>
public sealed class LostConnectionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_lost_between_two_statements_is_a_store_exception_and_nothing_is_kept()
    {
        await using TestBot bot = await TestBot.StartAsync("postgresql", Cancel);
        var ledger = new Ledger(bot);
        Channel channel = await ledger.ChannelAsync();

        await Assert.ThrowsAsync<StoreException>(() => ledger.WriteAsync(async transaction =>
        {
            await ledger.Posts.AddAsync(transaction, [ledger.Notice("a", channel)]);
            await KillAsync(bot, transaction);
            await ledger.Posts.AddAsync(transaction, [ledger.Notice("b", channel)]);
        }));

        Assert.Equal(0, (await ledger.Posts.StateAsync(null, Cancel)).Waiting);
    }

    [Fact]
    public async Task A_connection_lost_while_committing_is_never_a_success()
    {
        await using TestBot bot = await TestBot.StartAsync("postgresql", Cancel);
        var ledger = new Ledger(bot);
        Channel channel = await ledger.ChannelAsync();

        await Assert.ThrowsAsync<StoreException>(() => ledger.WriteAsync(async transaction =>
        {
            await ledger.Posts.AddAsync(transaction, [ledger.Notice("a", channel)]);
            await KillAsync(bot, transaction);
        }));

        Assert.Equal(1, await ledger.WriteAsync(transaction => ledger.Posts.AddAsync(transaction, [ledger.Notice("a", channel)])));
    }

    [Fact]
    public async Task Work_that_goes_on_after_its_connection_broke_changes_nothing()
    {
        await using TestBot bot = await TestBot.StartAsync("postgresql", Cancel);
        var ledger = new Ledger(bot);
        Channel channel = await ledger.ChannelAsync();

        await Assert.ThrowsAsync<StoreException>(() => ledger.WriteAsync(async transaction =>
        {
            await KillAsync(bot, transaction);
            await Assert.ThrowsAnyAsync<DbException>(() => ledger.Posts.AddAsync(transaction, [ledger.Notice("a", channel)]));
            await ledger.Posts.AddAsync(transaction, [ledger.Notice("b", channel)]);
        }));

        Assert.Equal(0, (await ledger.Posts.StateAsync(null, Cancel)).Waiting);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task What_is_done_exclusively_is_done_by_one_at_a_time(string provider)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        Database database = bot.Get<Database>();
        int inside = 0;
        int most = 0;

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => database.ExclusivelyAsync(
            "quartz",
            async () =>
            {
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT 1"), Cancel);
                Interlocked.Decrement(ref inside);
            },
            Cancel))));

        Assert.Equal((1, 0), (most, inside));
    }

    private static async Task KillAsync(TestBot bot, StoreTransaction transaction)
    {
        long backend = await transaction.Connection.ExecuteScalarAsync<long>("SELECT pg_backend_pid()", transaction: transaction.Transaction);
        await bot.Get<Database>().ReadAsync(
            connection => connection.ExecuteAsync("SELECT pg_terminate_backend(CAST(@backend AS int))", new { backend }), Cancel);
    }
}
