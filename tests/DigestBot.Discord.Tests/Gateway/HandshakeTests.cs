using System.Text.Json.Nodes;

namespace DigestBot.Discord.Tests.Gateway;

/// <summary>From dialling to the first event.</summary>
public sealed class HandshakeTests
{
    [Fact]
    public void A_client_identifies_and_is_ready() => GatewayFixture.Run(async bot =>
    {
        Assert.Equal(ConnectionState.Connecting, bot.Client.ConnectionState);
        ScriptedSocket socket = await bot.Gateway.NextAsync();
        socket.Hello();
        SentFrame identify = await socket.FrameAsync(2);
        socket.Ready(1, 2);
        await bot.UntilAsync(() => bot.Events.Count == 2, "ready");

        Assert.Equal(new Uri("wss://gateway.example/?v=10&encoding=json"), socket.Address);
        Assert.Equal(GatewayFixture.Token, (string?)identify.Data!["token"]);
        Assert.Equal(4609, (int)identify.Data["intents"]!);
        Assert.Equal("[0,1]", identify.Data["shard"]!.ToJsonString());
        Assert.Equal(["Connected", "Ready"], bot.Events);
        Assert.Equal(ConnectionState.Connected, bot.Client.ConnectionState);
        Assert.Equal(77UL, bot.Client.CurrentUser!.Id);
        Assert.Equal(78UL, bot.Client.ApplicationId);
        Assert.Equal([1UL, 2UL], bot.Client.GuildIds.Order());
    });

    [Fact]
    public void Nothing_is_said_before_the_gateway_has_greeted() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket socket = await bot.Gateway.NextAsync();

        await bot.PassAsync(20);

        Assert.Empty(socket.Received);
    });

    [Fact]
    public void A_second_greeting_changes_nothing() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket socket = await bot.Gateway.NextReadyAsync();
        socket.Hello(interval: 1_000);

        await bot.PassAsync(41);

        Assert.Single(socket.Received, frame => frame.Op == 2);
        Assert.Single(socket.Received, frame => frame.Op == 1);
    });

    [Fact]
    public void An_address_that_does_not_answer_is_dialled_again() => GatewayFixture.Run(async bot =>
    {
        int dialled = 0;
        bot.Gateway.OnConnect = (_, cancellationToken) => ++dialled == 1
            ? Task.Delay(Timeout.InfiniteTimeSpan, bot.Clock, cancellationToken)
            : Task.CompletedTask;

        ScriptedSocket socket = await bot.Gateway.NextAsync();

        Assert.InRange(socket.ConnectedAt, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(32));
        Assert.True(bot.Gateway.Sockets[0].IsDisposed);
    });

    [Fact]
    public void A_gateway_that_does_not_greet_is_left() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket silent = await bot.Gateway.NextAsync();

        ScriptedSocket next = await bot.Gateway.NextAsync();

        Assert.InRange(next.ConnectedAt - silent.ConnectedAt, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(35));
        Assert.Empty(silent.Received);
    });

    [Fact]
    public void A_gateway_that_begins_no_session_is_left() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket slow = await bot.Gateway.NextAsync();
        slow.Hello();
        await slow.FrameAsync(2);

        ScriptedSocket next = await bot.Gateway.NextAsync();

        Assert.InRange(next.ConnectedAt - slow.ConnectedAt, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(65));
        Assert.Equal(4200, slow.ClientCloseCode);
    });

    [Fact]
    public void A_stopped_client_says_goodbye_so_that_the_bot_goes_offline_at_once() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket socket = await bot.Gateway.NextReadyAsync();
        await bot.UntilAsync(() => bot.Events.Contains("Ready"), "ready");

        await bot.Client.StopAsync();

        Assert.Equal(1000, socket.ClientCloseCode);
        Assert.True(socket.IsDisposed);
        Assert.Equal(ConnectionState.Disconnected, bot.Client.ConnectionState);
        await bot.PassAsync(3600);
        Assert.Single(bot.Gateway.Sockets);
    });

    [Fact]
    public void A_client_stops_although_nobody_answers_its_goodbye() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket socket = await bot.Gateway.NextReadyAsync();
        socket.AnswersClose = false;
        TimeSpan before = bot.Clock.Now;

        await bot.Client.StopAsync();

        Assert.Equal(TimeSpan.FromSeconds(2), bot.Clock.Now - before);
    });

    [Fact]
    public void A_stopped_client_can_be_started_again_with_a_new_session() => GatewayFixture.Run(async bot =>
    {
        await bot.Gateway.NextReadyAsync();
        await bot.UntilAsync(() => bot.Events.Contains("Ready"), "ready");
        await bot.Client.StopAsync();

        await bot.Client.StartAsync();

        ScriptedSocket second = await bot.Gateway.NextAsync();
        second.Hello();
        await second.FrameAsync(2);
        Assert.Equal(2, bot.Gateway.Identifies);
    });

    [Fact]
    public void A_client_can_be_stopped_while_it_waits_for_the_network() => GatewayFixture.Run(async bot =>
    {
        bot.Gateway.OnConnect = (_, cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, bot.Clock, cancellationToken);
        await bot.PassAsync(1);
        TimeSpan before = bot.Clock.Now;

        await bot.Client.StopAsync();

        Assert.Equal(before, bot.Clock.Now);
    });

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Bot abc.def")]
    [InlineData("abc\n")]
    public void What_cannot_be_a_token_is_not_taken(string token) => GatewayFixture.Run(async bot =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => bot.Client.LoginAsync(token)));

    [Fact]
    public void A_presence_goes_with_the_session_and_again_when_it_changes() => GatewayFixture.Run(async bot =>
    {
        await bot.Client.SetPresenceAsync(new GatewayPresence(UserStatus.Idle), TestContext.Current.CancellationToken);
        ScriptedSocket socket = await bot.Gateway.NextAsync();
        socket.Hello();
        SentFrame identify = await socket.FrameAsync(2);
        socket.Ready();
        await bot.UntilAsync(() => bot.Events.Contains("Ready"), "ready");
        await bot.Client.SetPresenceAsync(new GatewayPresence(UserStatus.Online, "reads the news"), TestContext.Current.CancellationToken);
        SentFrame presence = await socket.FrameAsync(3);

        Assert.Equal("idle", (string?)identify.Data!["presence"]!["status"]);
        Assert.True(JsonNode.DeepEquals(presence.Data, JsonNode.Parse(
            """{"since":null,"activities":[{"name":"Custom Status","type":4,"state":"reads the news"}],"status":"online","afk":false}""")));
    });

    [Fact]
    public void A_presence_that_was_wished_for_without_a_connection_comes_when_the_session_goes_on() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket first = await bot.Gateway.NextReadyAsync();
        await bot.PassAsync(1);
        first.Break();
        ScriptedSocket second = await bot.Gateway.NextAsync();
        await bot.Client.SetPresenceAsync(new GatewayPresence(UserStatus.DoNotDisturb), TestContext.Current.CancellationToken);
        second.Hello();
        await second.FrameAsync(6);
        second.Dispatch("RESUMED", 2, "{}");

        Assert.Equal("dnd", (string?)(await second.FrameAsync(3)).Data!["status"]);
    });

    [Fact]
    public void Settings_go_into_the_identify() => GatewayFixture.Run(
        async bot =>
        {
            ScriptedSocket socket = await bot.Gateway.NextAsync();
            socket.Hello();
            SentFrame identify = await socket.FrameAsync(2);

            Assert.Equal(new Uri("ws://127.0.0.1:4000/gw?v=10&encoding=json&compress=zlib-stream"), socket.Address);
            Assert.Equal("[3,5]", identify.Data!["shard"]!.ToJsonString());
            Assert.Equal(1, (int)identify.Data["intents"]!);
        },
        new DiscordSocketConfig
        {
            ShardId = 3,
            TotalShards = 5,
            GatewayIntents = GatewayIntents.Guilds,
            GatewayHost = "ws://127.0.0.1:4000/gw",
            UseCompression = true,
        });
}
