using CsCheck;

namespace DigestBot.Discord.Tests.Gateway;

/// <summary>Several connections for one bot.</summary>
public sealed class ShardingTests
{
    [Theory]
    [InlineData(0UL, 1, 0)]
    [InlineData(1400000000000000010UL, 1, 0)]
    [InlineData(1UL << 22, 2, 1)]
    [InlineData((1UL << 22) - 1, 2, 0)]
    [InlineData(ulong.MaxValue, 16, 15)]
    public void A_servers_shard_is_its_age_modulo_the_number_of_shards(ulong guild, int total, int shard) =>
        Assert.Equal(shard, Sharding.ShardOf(guild, total));

    [Fact]
    public void Every_server_has_exactly_one_shard() =>
        Gen.Select(Gen.ULong, Gen.Int[1, 64]).Sample((guild, total) =>
            Sharding.ShardOf(guild, total) is >= 0 and var shard && shard < total);

    [Fact]
    public void No_number_of_shards_is_no_number() => Assert.Throws<ArgumentOutOfRangeException>(() => Sharding.ShardOf(1, 0));

    [Fact]
    public void Shards_start_in_their_order_and_each_can_be_stopped_and_started_alone() => Simulation.Run(async simulation =>
    {
        var gateway = new ScriptedGateway(simulation.Clock);
        await using DiscordShardedClient shards = Shards(simulation, gateway, total: 3);
        await shards.StartAsync(GatewayFixture.Token, [2, 0, 1]);
        var order = new List<string>();
        for (int shard = 0; shard < 3; shard++)
        {
            order.Add(await ReadyAsync(gateway));
        }

        await simulation.UntilAsync(
            () => shards.Shards.Values.All(shard => shard.ConnectionState == ConnectionState.Connected), "all are connected");
        await shards.StopAsync(1);
        Assert.Equal([0, 2], shards.Shards.Keys.Order());
        Assert.Equal(1000, gateway.Sockets[1].ClientCloseCode);
        Assert.All([gateway.Sockets[0], gateway.Sockets[2]], socket => Assert.Null(socket.ClientCloseCode));

        await shards.StartAsync(GatewayFixture.Token, [0, 1, 2]);
        order.Add(await ReadyAsync(gateway));

        Assert.Equal(["[0,3]", "[1,3]", "[2,3]", "[1,3]"], order);
        Assert.Equal(4, gateway.Sockets.Count);
    });

    [Fact]
    public void The_client_of_a_server_is_known_where_it_runs_here() => Simulation.Run(async simulation =>
    {
        await using DiscordShardedClient shards = Shards(simulation, new ScriptedGateway(simulation.Clock), total: 2);
        await shards.StartAsync(GatewayFixture.Token, [1]);

        Assert.Equal(1, shards.ShardFor(1UL << 22, totalShards: 2)!.ShardId);
        Assert.Null(shards.ShardFor(2UL << 22, totalShards: 2));
    });

    private static async Task<string> ReadyAsync(ScriptedGateway gateway)
    {
        ScriptedSocket socket = await gateway.NextAsync();
        socket.Hello();
        SentFrame identify = await socket.FrameAsync(2);
        socket.Ready();
        return identify.Data!["shard"]!.ToJsonString();
    }

    private static DiscordShardedClient Shards(Simulation simulation, ScriptedGateway gateway, int total)
    {
        Task<GatewayBot> Ask(CancellationToken cancellationToken) => Task.FromResult(new GatewayBot
        {
            Url = "wss://gateway.example",
            Shards = total,
            SessionStartLimit = new SessionStartLimit { Total = 1000, Remaining = 1000, MaxConcurrency = 1 },
        });

        var limiter = new IdentifyLimiter(Ask, simulation.Clock);
        var config = new DiscordSocketConfig { TotalShards = total, WebSocketProvider = gateway.Open };
        return new DiscordShardedClient(shard =>
            new DiscordSocketClient(config with { ShardId = shard }, Ask, limiter, simulation.Clock, new Random(shard)));
    }
}
