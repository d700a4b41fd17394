using DigestBot.Adapters.Discord.Running;
using DigestBot.Delivery;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Adapters.Discord.Running;

/// <summary>Two nodes that want the same shard.</summary>
public abstract class ShardLeaseTests(string provider)
{
    private static readonly ShardShare Share = new("discord-shard-0/1", [0]);
    private static readonly ShardTerms Terms = new(TimeSpan.FromSeconds(15));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_of_them_has_it_for_as_long_as_it_renews()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        ShardLease first = Lease(bot, 1);
        ShardLease second = Lease(bot, 2);

        for (int round = 0; round < 30; round++)
        {
            await first.AskAsync();
            await second.AskAsync();
            Assert.Equal((true, false), (first.HoldsFor(Terms.Round), second.HoldsFor(Terms.Round)));
            bot.Clock.Advance(Terms.Round);
        }
    }

    [Fact]
    public async Task One_that_falls_silent_stops_well_before_the_other_takes_over()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        ShardLease first = Lease(bot, 1);
        ShardLease second = Lease(bot, 2);
        await first.AskAsync();
        TimeSpan? stopped = null;
        TimeSpan now = TimeSpan.Zero;

        while (!second.HoldsFor(Terms.Round))
        {
            Assert.True(now < TimeSpan.FromMinutes(2), "Nobody took over.");
            stopped ??= first.HoldsFor(Terms.Round) ? null : now;
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
            now += TimeSpan.FromSeconds(1);
            await second.AskAsync();
        }

        Assert.True(now - stopped >= Terms.Margin, $"Stopped at {stopped}, taken over at {now}.");
    }

    [Fact]
    public async Task One_that_comes_back_after_the_other_had_it_does_not_go_on_as_if_nothing_had_been()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        ShardLease first = Lease(bot, 1);
        ShardLease second = Lease(bot, 2);
        await first.AskAsync();
        bot.Clock.Advance(Terms.Duration);
        await second.AskAsync();
        await second.ReleaseAsync();

        await first.AskAsync();
        Assert.False(first.HoldsFor(TimeSpan.Zero));
        await first.AskAsync();
        Assert.True(first.HoldsFor(TimeSpan.Zero));
    }

    [Fact]
    public async Task One_that_stops_gives_it_back_at_once()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        ShardLease first = Lease(bot, 1);
        ShardLease second = Lease(bot, 2);
        await first.AskAsync();

        await first.ReleaseAsync();
        await second.AskAsync();

        Assert.Equal((false, true), (first.HoldsFor(TimeSpan.Zero), second.HoldsFor(TimeSpan.Zero)));
    }

    private static ShardLease Lease(TestBot bot, int node) =>
        new(Share, Terms, bot.Get<LeaseStore>(), new NodeName(new Random(node)), bot.Clock, NullLogger<ShardLease>.Instance);
}

public sealed class SqliteShardLeaseTests() : ShardLeaseTests("sqlite");

public sealed class PostgresShardLeaseTests() : ShardLeaseTests("postgresql");
