namespace DigestBot.Discord.Tests.Gateway;

/// <summary>A bot can never begin so many sessions that Discord resets its token.</summary>
public sealed class IdentifyLimiterTests
{
    private static readonly TimeSpan FiveSeconds = TimeSpan.FromSeconds(5);

    [Fact]
    public void Shards_of_one_bucket_go_five_seconds_apart_in_their_order() => Simulation.Run(async simulation =>
    {
        var limiter = new IdentifyLimiter(_ => Task.FromResult(Limits(concurrency: 1)), simulation.Clock);
        List<(int Shard, TimeSpan At)> begun = await BeginAsync(simulation, limiter, [0, 1, 2, 3]);

        Assert.Equal([0, 1, 2, 3], begun.Select(one => one.Shard));
        Assert.All(begun.Zip(begun.Skip(1)), pair => Assert.InRange((pair.Second.At - pair.First.At).TotalSeconds, 5, 6));
    });

    [Fact]
    public void As_many_shards_go_at_once_as_discord_allows() => Simulation.Run(async simulation =>
    {
        var limiter = new IdentifyLimiter(_ => Task.FromResult(Limits(concurrency: 4)), simulation.Clock);
        List<(int Shard, TimeSpan At)> begun = await BeginAsync(simulation, limiter, Enumerable.Range(0, 10));

        Assert.Equal(Enumerable.Range(0, 10), begun.Select(one => one.Shard).Order());
        Assert.All(begun, one => Assert.Equal(one.Shard / 4, (int)(one.At.TotalSeconds / 5.5)));
    });

    [Fact]
    public void The_five_seconds_count_from_the_identify_and_not_from_the_turn() => Simulation.Run(async simulation =>
    {
        var limiter = new IdentifyLimiter(_ => Task.FromResult(Limits()), simulation.Clock);
        await using (IIdentifyTurn slow = await limiter.EnterAsync(0, CancellationToken.None))
        {
            await simulation.PassAsync(TimeSpan.FromSeconds(20));
            slow.Used();
        }

        await using IIdentifyTurn next = await limiter.EnterAsync(1, CancellationToken.None);

        Assert.True(simulation.Clock.Now >= TimeSpan.FromSeconds(25));
    });

    [Fact]
    public void A_turn_given_back_unused_costs_nothing() => Simulation.Run(async simulation =>
    {
        var limiter = new IdentifyLimiter(_ => Task.FromResult(Limits(remaining: 11)), simulation.Clock);
        for (int attempt = 0; attempt < 50; attempt++)
        {
            await (await limiter.EnterAsync(0, CancellationToken.None)).DisposeAsync();
        }

        Assert.Equal(TimeSpan.Zero, simulation.Clock.Now);
    });

    [Fact]
    public void With_few_sessions_left_everybody_waits_for_the_reset() => Simulation.Run(async simulation =>
    {
        TimeSpan reset = TimeSpan.FromHours(3);
        int used = 0;
        var limiter = new IdentifyLimiter(
            _ => Task.FromResult(simulation.Clock.Now < reset
                ? Limits(remaining: 13 - used, resetAfter: reset - simulation.Clock.Now)
                : Limits(remaining: 1000)),
            simulation.Clock);
        var begun = new List<TimeSpan>();
        for (int shard = 0; shard < 5; shard++)
        {
            await using IIdentifyTurn turn = await limiter.EnterAsync(shard, CancellationToken.None);
            turn.Used();
            used++;
            begun.Add(simulation.Clock.Now);
        }

        Assert.All(begun.Take(3), at => Assert.True(at < TimeSpan.FromMinutes(1)));
        Assert.All(begun.Skip(3), at => Assert.InRange(at, reset, reset + TimeSpan.FromMinutes(2)));
    });

    [Fact]
    public void Sessions_that_other_processes_begin_are_seen_too() => Simulation.Run(async simulation =>
    {
        int remaining = 500;
        var limiter = new IdentifyLimiter(
            _ => Task.FromResult(Limits(remaining: remaining, resetAfter: TimeSpan.FromHours(1))), simulation.Clock);
        await using (IIdentifyTurn first = await limiter.EnterAsync(0, CancellationToken.None))
        {
            first.Used();
        }

        remaining = 3;
        await simulation.PassAsync(TimeSpan.FromMinutes(2));
        Task<IIdentifyTurn> second = limiter.EnterAsync(1, CancellationToken.None);
        await simulation.PassAsync(TimeSpan.FromMinutes(30));

        Assert.False(second.IsCompleted);
        remaining = 1000;
        await (await second).DisposeAsync();
    });

    [Fact]
    public void A_shard_that_gives_up_waiting_keeps_nobody_else_waiting() => Simulation.Run(async simulation =>
    {
        var limiter = new IdentifyLimiter(_ => Task.FromResult(Limits()), simulation.Clock);
        IIdentifyTurn first = await limiter.EnterAsync(0, CancellationToken.None);
        using var cancelled = new CancellationTokenSource();
        Task<IIdentifyTurn> second = limiter.EnterAsync(1, cancelled.Token);
        Task<IIdentifyTurn> third = limiter.EnterAsync(2, CancellationToken.None);
        cancelled.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await first.DisposeAsync();

        await (await third).DisposeAsync();

        Assert.Equal(TimeSpan.Zero, simulation.Clock.Now);
    });

    [Fact]
    public void A_question_that_fails_is_the_callers_to_repeat() => Simulation.Run(async simulation =>
    {
        int asked = 0;
        var limiter = new IdentifyLimiter(
            _ => ++asked == 1 ? throw new HttpRequestException("No route to host.") : Task.FromResult(Limits()), simulation.Clock);
        await Assert.ThrowsAsync<HttpRequestException>(() => limiter.EnterAsync(0, CancellationToken.None));

        await (await limiter.EnterAsync(0, CancellationToken.None)).DisposeAsync();

        Assert.Equal(2, asked);
    });

    [Theory]
    [InlineData("""{"op":9,"d":false}""")]
    [InlineData(null)]
    public void A_loop_of_dying_sessions_uses_a_third_of_a_days_sessions_at_most(string? last) => GatewayFixture.Run(async bot =>
    {
        Task server = KillAsync(bot.Gateway, last);
        await bot.PassAsync(24 * 3600);

        Assert.InRange(bot.Gateway.Identifies, 100, 333);
        Assert.InRange(SendBudgetTests.MostWithin(Identifies(bot.Gateway), TimeSpan.FromHours(1)), 5, 20);
        Assert.InRange(SendBudgetTests.MostWithin(Identifies(bot.Gateway), FiveSeconds), 1, 1);
        Assert.False(server.IsFaulted);
    });

    [Fact]
    public void A_few_sessions_within_an_hour_wait_for_nothing_but_the_five_seconds() => GatewayFixture.Run(async bot =>
    {
        for (int session = 0; session < 5; session++)
        {
            (await bot.Gateway.NextReadyAsync()).Send("""{"op":9,"d":false}""");
        }

        Assert.True(bot.Clock.Now < TimeSpan.FromMinutes(2));
    });

    private static async Task<List<(int Shard, TimeSpan At)>> BeginAsync(
        Simulation simulation, IdentifyLimiter limiter, IEnumerable<int> shards)
    {
        var begun = new List<(int Shard, TimeSpan At)>();
        await Task.WhenAll(shards.Select(async shard =>
        {
            await using IIdentifyTurn turn = await limiter.EnterAsync(shard, CancellationToken.None);
            turn.Used();
            begun.Add((shard, simulation.Clock.Now));
        }));
        return begun;
    }

    // Refuses every session: at once, or by closing with a number after which only a new one can follow.
    private static async Task KillAsync(ScriptedGateway gateway, string? last)
    {
        while (true)
        {
            ScriptedSocket socket = await gateway.NextAsync();
            socket.OnFrame = frame =>
            {
                if (last is null)
                {
                    socket.Ready();
                    socket.Close(4009);
                }
                else
                {
                    socket.Send(last);
                }
            };
            socket.Hello();
        }
    }

    private static List<SentFrame> Identifies(ScriptedGateway gateway) =>
        [.. gateway.Sockets.SelectMany(socket => socket.Received).Where(frame => frame.Op == 2)];

    private static GatewayBot Limits(int remaining = 1000, int concurrency = 1, TimeSpan? resetAfter = null) => new()
    {
        Url = "wss://gateway.example",
        SessionStartLimit = new SessionStartLimit
        {
            Total = 1000,
            Remaining = remaining,
            ResetAfter = (long)(resetAfter ?? TimeSpan.FromDays(1)).TotalMilliseconds,
            MaxConcurrency = concurrency,
        },
    };
}
