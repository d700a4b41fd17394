namespace DigestBot.Discord.Tests.Gateway;

/// <summary>How a connection is kept alive, and how a dead one is found.</summary>
public sealed class HeartbeatTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.25)]
    [InlineData(0.75)]
    public void The_first_heartbeat_comes_at_random_within_the_interval_and_then_one_each_interval(double dice) => GatewayFixture.Run(
        async bot =>
        {
            ScriptedSocket socket = await bot.Gateway.NextAsync();
            TimeSpan greeted = bot.Clock.Now;
            socket.Hello(interval: 40_000);
            await socket.FrameAsync(2);
            socket.Ready();
            await bot.PassAsync(160);

            Assert.Equal(
                [dice * 40, (dice * 40) + 40, (dice * 40) + 80, (dice * 40) + 120],
                socket.Received.Where(frame => frame.Op == 1).Take(4).Select(frame => (frame.At - greeted).TotalSeconds));
        },
        random: new ConstantRandom(dice));

    [Fact]
    public void A_heartbeat_names_the_last_event_and_none_before_the_first() => GatewayFixture.Run(
        async bot =>
        {
            ScriptedSocket socket = await bot.Gateway.NextAsync();
            socket.Hello();
            SentFrame first = await socket.FrameAsync(1);
            socket.Ready();
            socket.Message(2, "one");
            SentFrame second = await socket.FrameAsync(1);

            Assert.Equal("""{"op":1,"d":null}""", first.Whole.ToJsonString());
            Assert.Equal("""{"op":1,"d":2}""", second.Whole.ToJsonString());
        },
        random: new ConstantRandom(0));

    [Fact]
    public void A_heartbeat_that_the_gateway_asks_for_comes_at_once_and_changes_no_other() => GatewayFixture.Run(
        async bot =>
        {
            ScriptedSocket socket = await bot.Gateway.NextReadyAsync();
            await bot.PassAsync(1);
            TimeSpan asked = bot.Clock.Now;
            socket.Send("""{"op":1,"d":null}""");
            SentFrame answer = await socket.FrameAsync(1);
            SentFrame next = await socket.FrameAsync(1);

            Assert.Equal(asked, answer.At);
            Assert.Equal(TimeSpan.FromSeconds(41.25 / 2), next.At);
        },
        random: new ConstantRandom(0.5));

    [Fact]
    public void A_gateway_that_no_longer_answers_is_left_and_the_session_resumed() => GatewayFixture.Run(
        async bot =>
        {
            ScriptedSocket dead = await bot.Gateway.NextReadyAsync();
            dead.Answers = false;
            dead.AnswersClose = false;

            ScriptedSocket next = await bot.Gateway.NextAsync();
            next.Hello();
            await next.FrameAsync(6);

            Assert.Equal(4200, dead.ClientCloseCode); // 1000 and 1001 would end the session
            Assert.Single(dead.Received, frame => frame.Op == 1);
            Assert.InRange(next.ConnectedAt.TotalSeconds, 41.25 * 1.5, (41.25 * 1.5) + 5);
        },
        random: new ConstantRandom(0.5));

    [Fact]
    public void A_network_that_takes_nothing_any_more_is_left() => GatewayFixture.Run(
        async bot =>
        {
            ScriptedSocket stuck = await bot.Gateway.NextReadyAsync();
            stuck.OnSend = cancellationToken => Task.Delay(Timeout.InfiniteTimeSpan, bot.Clock, cancellationToken);

            ScriptedSocket next = await bot.Gateway.NextAsync();

            Assert.InRange(next.ConnectedAt.TotalSeconds, 41.25 * 1.5, (41.25 * 1.5) + 5);
        },
        random: new ConstantRandom(0.5));

    [Fact]
    public void Latency_is_the_time_to_the_last_answer() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket socket = await bot.Gateway.NextReadyAsync();
        socket.Answers = false;
        Assert.Equal(TimeSpan.Zero, bot.Client.Latency);
        await socket.FrameAsync(1);
        await bot.PassAsync(0.25);
        socket.Send("""{"op":11}""");
        await bot.PassAsync(5);

        Assert.Equal(TimeSpan.FromMilliseconds(250), bot.Client.Latency);
    });

    [Fact]
    public void Heartbeats_go_on_while_the_handlers_have_no_room_and_the_connection_is_kept() => GatewayFixture.Run(
        async bot =>
        {
            var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            bot.Client.MessageReceived += _ => release.Task;
            ScriptedSocket socket = await bot.Gateway.NextReadyAsync();
            for (int sequence = 2; sequence < 40; sequence++)
            {
                socket.Message(sequence, $"{sequence}");
            }

            await bot.PassAsync(600);
            int beats = socket.Received.Count(frame => frame.Op == 1);
            release.SetResult();
            await bot.UntilAsync(() => bot.Events.Contains("39"), "the last message");

            Assert.InRange(beats, 14, 15);
            Assert.Single(bot.Gateway.Sockets);
            Assert.Equal(Enumerable.Range(2, 38).Select(sequence => $"{sequence}"), bot.Events.Where(text => int.TryParse(text, out _)));
        },
        new DiscordSocketConfig { MaxInFlight = 2, MaxWaiting = 4 });

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1e300")]
    public void An_interval_that_makes_no_sense_ends_the_connection_and_not_the_client(string interval) => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket odd = await bot.Gateway.NextAsync();
        odd.Send($$$"""{"op":10,"d":{"heartbeat_interval":{{{interval}}}}}""");

        await bot.Gateway.NextReadyAsync();
        await bot.UntilAsync(() => bot.Events.Contains("Ready"), "ready");

        Assert.DoesNotContain(odd.Received, frame => frame.Op == 2);
    });

    [Fact]
    public void A_gateway_that_asks_for_heartbeats_without_end_cannot_use_up_those_that_are_due() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket socket = await bot.Gateway.NextReadyAsync();
        for (int second = 0; second < 600; second++)
        {
            for (int ask = 0; ask < 5; ask++)
            {
                socket.Send("""{"op":1,"d":null}""");
            }

            await bot.PassAsync(1);
        }

        Assert.Single(bot.Gateway.Sockets);
        Assert.InRange(SendBudgetTests.MostWithin(socket.Received, TimeSpan.FromSeconds(60)), 100, 120);
    });
}
