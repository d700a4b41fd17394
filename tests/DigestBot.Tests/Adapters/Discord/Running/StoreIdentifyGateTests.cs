using DigestBot.Adapters.Discord.Running;
using DigestBot.Delivery;
using DigestBot.Discord;
using DigestBot.FakeDiscord;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Adapters.Discord.Running;

/// <summary>Two nodes that want to begin sessions at the same time.</summary>
public abstract class StoreIdentifyGateTests(string provider)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_nodes_one_begins_a_session_and_the_other_waits_as_long_as_Discord_wants()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(provider: provider);
        TimeSpan begin = Now(town);
        await using IIdentifyTurn first = await Gate(town, 1).EnterAsync(0, Cancel);

        Task<IIdentifyTurn> second = Gate(town, 2).EnterAsync(1, Cancel);
        await town.Clock.PassUntilAsync(second, Step);

        await using IIdentifyTurn turn = await second;
        Assert.InRange((Now(town) - begin).TotalSeconds, 5, 15);
    }

    [Fact]
    public async Task Nodes_with_shards_of_different_buckets_do_not_wait_for_each_other()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(new FakeDiscordOptions { MaxConcurrency = 2 }, provider);
        await using IIdentifyTurn first = await Gate(town, 1).EnterAsync(0, Cancel);

        await using IIdentifyTurn second = await Gate(town, 2).EnterAsync(1, Cancel);
    }

    [Fact]
    public async Task Whoever_stops_waiting_keeps_nobody_out()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(provider: provider);
        await using IIdentifyTurn first = await Gate(town, 1).EnterAsync(0, Cancel);
        StoreIdentifyGate waiting = Gate(town, 2);
        using var impatient = new CancellationTokenSource();
        Task<IIdentifyTurn> given = waiting.EnterAsync(1, impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);

        Task<IIdentifyTurn> again = waiting.EnterAsync(1, Cancel);
        await town.Clock.PassUntilAsync(again, Step);

        await using IIdentifyTurn turn = await again;
    }

    private static StoreIdentifyGate Gate(DiscordTown town, int node)
    {
        DiscordRestClient rest = town.Bot.Get<DiscordRestClient>();
        return new StoreIdentifyGate(
            new IdentifyLimiter(token => rest.GetGatewayBotAsync(token), town.Clock),
            rest,
            town.Bot.Get<LeaseStore>(),
            new NodeName(new Random(node)),
            town.Clock,
            NullLogger<StoreIdentifyGate>.Instance);
    }

    private static TimeSpan Now(DiscordTown town) => TimeSpan.FromTicks(town.Clock.GetUtcNow().Ticks);
}

public sealed class SqliteStoreIdentifyGateTests() : StoreIdentifyGateTests("sqlite");

public sealed class PostgresStoreIdentifyGateTests() : StoreIdentifyGateTests("postgresql");
