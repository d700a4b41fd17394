using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Store;

/// <summary>What people think of answers.</summary>
public abstract class OpinionStorageTests(string provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_changes_their_mind_has_one_opinion()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        OpinionStore opinions = bot.Get<OpinionStore>();
        Space space = await bot.SpaceAsync("teams:1", Cancel);
        Assert.True((await opinions.CountAsync(space, Cancel)).IsNone);

        await opinions.GiveAsync(space, "m1", "ada", likes: true, Cancel);
        await opinions.GiveAsync(space, "m1", "ada", likes: false, Cancel);
        await opinions.GiveAsync(space, "m1", "bo", likes: true, Cancel);
        await opinions.GiveAsync(await bot.SpaceAsync("teams:2", Cancel), "m1", "ada", likes: true, Cancel);

        OpinionTotals own = await opinions.CountAsync(space, Cancel);
        OpinionTotals all = await opinions.CountAsync(null, Cancel);
        Assert.Equal((1, 1, 2, 1), (own.Good, own.Bad, all.Good, all.Bad));
    }

    [Fact]
    public async Task Opinions_end_with_their_retention_and_with_their_space()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        OpinionStore opinions = bot.Get<OpinionStore>();
        Space kept = await bot.SpaceAsync("teams:1", Cancel);
        Space erased = await bot.SpaceAsync("teams:2", Cancel);
        await opinions.GiveAsync(kept, "old", "ada", likes: true, Cancel);
        bot.Clock.Advance(TimeSpan.FromDays(31));
        await opinions.GiveAsync(kept, "new", "ada", likes: false, Cancel);
        await opinions.GiveAsync(erased, "new", "ada", likes: false, Cancel);

        await bot.Get<LedgerRetention>().RunAsync(Cancel);
        Assert.True(await bot.Get<SpaceEraser>().RunAsync(new SpaceErasure(erased, bot.Clock.GetUtcNow()), Cancel));

        OpinionTotals all = await opinions.CountAsync(null, Cancel);
        Assert.Equal((0, 1), (all.Good, all.Bad));
        Assert.True((await opinions.CountAsync(erased, Cancel)).IsNone);
    }
}

public sealed class SqliteOpinionStorageTests() : OpinionStorageTests("sqlite");

public sealed class PostgresOpinionStorageTests() : OpinionStorageTests("postgresql");
