namespace DigestBot.Discord.Tests.Gateway;

/// <summary>What follows when a connection has ended.</summary>
public sealed class ReconnectTests
{
    private static readonly Uri ResumeAddress = new("wss://resume.example/?v=10&encoding=json");

    [Fact]
    public void A_dropped_connection_is_resumed_where_the_session_was() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket first = await bot.Gateway.NextReadyAsync();
        first.Message(2, "one");
        await bot.UntilAsync(() => bot.Events.Contains("one"), "the first message");
        first.Break();

        ScriptedSocket second = await bot.Gateway.NextAsync();
        second.Hello();
        SentFrame resume = await second.FrameAsync(6);
        second.Message(3, "two");
        second.Dispatch("RESUMED", 4, "{}");
        await bot.UntilAsync(() => bot.Events.Contains("Resumed"), "resumed");

        Assert.Equal(ResumeAddress, second.Address);
        Assert.Equal(
            $$"""{"token":"{{GatewayFixture.Token}}","session_id":"{{ScriptedGateway.SessionId}}","seq":2}""", resume.Data!.ToJsonString());
        Assert.Equal(["Connected", "Ready", "one", "two", "Connected", "Resumed"], bot.Events);
        Assert.Equal(1, bot.Gateway.Identifies);
        Assert.Equal(1, bot.Asked - 1); // the address and the limits, once each
    });

    [Theory]
    [InlineData("op 7")]
    [InlineData("op 9 true")]
    [InlineData("no code")]
    [InlineData("1001")]
    [InlineData("4000")]
    [InlineData("4008")]
    [InlineData("4999")]
    public void A_session_that_may_live_is_resumed(string how) => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket first = await bot.Gateway.NextReadyAsync();
        await End(first, how);

        ScriptedSocket second = await bot.Gateway.NextAsync();
        second.Hello();
        await second.FrameAsync(6);

        Assert.Equal(1, bot.Gateway.Identifies);
        Assert.True(first.ClientCloseCode is null or 4200, "the session was ended");
        Assert.True(first.IsDisposed);
    });

    [Theory]
    [InlineData("op 9 false", 1)]
    [InlineData("4007", 0)]
    [InlineData("4009", 0)]
    public void A_session_that_is_gone_is_begun_anew_at_the_first_address(string how, int leastPause) => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket first = await bot.Gateway.NextReadyAsync();
        await bot.PassAsync(90);
        TimeSpan ended = bot.Clock.Now;
        await End(first, how);

        ScriptedSocket second = await bot.Gateway.NextAsync();
        second.Hello();
        await second.FrameAsync(2);

        Assert.Equal(new Uri("wss://gateway.example/?v=10&encoding=json"), second.Address);
        Assert.InRange((second.ConnectedAt - ended).TotalSeconds, leastPause, 5);
    });

    [Fact]
    public void What_still_arrives_after_the_gateway_asked_to_reconnect_is_neither_lost_nor_doubled() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket first = await bot.Gateway.NextReadyAsync();
        first.AnswersClose = false;
        first.Send("""{"op":7,"d":null}""");
        first.Message(2, "late");
        ScriptedSocket second = await bot.Gateway.NextAsync();
        second.Hello();
        SentFrame resume = await second.FrameAsync(6);
        second.Message(2, "late");
        second.Message(3, "next");
        await bot.UntilAsync(() => bot.Events.Contains("next"), "the next message");

        Assert.Equal(2, (long)resume.Data!["seq"]!);
        Assert.Single(bot.Events, "late");
    });

    [Fact]
    public void A_session_that_cannot_be_resumed_five_times_in_a_row_is_given_up() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket first = await bot.Gateway.NextReadyAsync();
        first.Break();
        for (int attempt = 0; attempt < 5; attempt++)
        {
            ScriptedSocket resumed = await bot.Gateway.NextAsync();
            Assert.Equal(ResumeAddress, resumed.Address);
            resumed.Break();
        }

        ScriptedSocket last = await bot.Gateway.NextAsync();

        Assert.Equal(new Uri("wss://gateway.example/?v=10&encoding=json"), last.Address);
    });

    [Fact]
    public void Pauses_between_connections_grow_to_a_minute_and_are_drawn_at_random() => GatewayFixture.Run(
        async bot =>
        {
            bot.Gateway.OnConnect = (_, _) => throw new IOException("No route to host.");
            await bot.UntilAsync(() => bot.Ends.Count >= 12, "twelve attempts");

            List<double> pauses = bot.Pauses;

            Assert.Equal([1, 2, 4, 8, 16, 30, 30, 30, 30, 30], pauses.Take(10));
        },
        random: new ConstantRandom(0.5));

    [Fact]
    public void Without_a_network_no_session_is_begun_and_none_is_used_up() => GatewayFixture.Run(async bot =>
    {
        bool isDown = true;
        bot.Gateway.OnConnect = (_, _) => isDown ? throw new IOException("No route to host.") : Task.CompletedTask;
        await bot.PassAsync(6 * 3600);
        isDown = false;

        await bot.Gateway.NextReadyAsync();

        Assert.Equal(1, bot.Gateway.Identifies);
    });

    [Fact]
    public void After_a_connection_that_lasted_the_pause_is_short_again() => GatewayFixture.Run(
        async bot =>
        {
            for (int attempt = 0; attempt < 4; attempt++)
            {
                (await bot.Gateway.NextAsync()).Break();
            }

            ScriptedSocket stable = await bot.Gateway.NextReadyAsync();
            await bot.PassAsync(61);
            TimeSpan broken = bot.Clock.Now;
            stable.Break();

            ScriptedSocket next = await bot.Gateway.NextAsync();

            Assert.Equal(TimeSpan.FromMilliseconds(500), next.ConnectedAt - broken);
        },
        random: new ConstantRandom(0.5));

    [Fact]
    public void A_gateway_that_only_sends_garbage_gets_a_new_session_and_not_many() => GatewayFixture.Run(async bot =>
    {
        using var stop = new CancellationTokenSource();
        Task server = ServeGarbageAsync(bot.Gateway);
        await bot.PassAsync(24 * 3600);

        Assert.InRange(bot.Gateway.Identifies, 2, 300);
        Assert.False(server.IsFaulted);
    });

    private static async Task ServeGarbageAsync(ScriptedGateway gateway)
    {
        while (true)
        {
            ScriptedSocket socket = await gateway.NextAsync();
            socket.OnFrame = frame =>
            {
                if (frame.Op == 2)
                {
                    socket.Ready();
                }

                socket.Send("""{"op":0,"s":2,"t":"MESSAGE_CREATE","d":{"content":""");
            };
            socket.Hello();
        }
    }

    private static async Task End(ScriptedSocket socket, string how)
    {
        await Task.Yield();
        switch (how)
        {
            case "op 7":
                socket.Send("""{"op":7,"d":null}""");
                break;
            case "op 9 true":
                socket.Send("""{"op":9,"d":true}""");
                break;
            case "op 9 false":
                socket.Send("""{"op":9,"d":false}""");
                break;
            case "no code":
                socket.Close(null);
                break;
            default:
                socket.Close(int.Parse(how, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }
}
