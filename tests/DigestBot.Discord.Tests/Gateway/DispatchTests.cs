using System.Text.Json.Nodes;

namespace DigestBot.Discord.Tests.Gateway;

/// <summary>Which events the handlers get, and how they run.</summary>
public sealed class DispatchTests
{
    [Fact]
    public void A_server_that_was_there_at_the_start_is_available_and_a_new_one_is_joined() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket socket = await bot.Gateway.NextReadyAsync(1);
        socket.Dispatch("GUILD_CREATE", 2, """{"id":"1","name":"old","unavailable":false}""");
        socket.Dispatch("GUILD_CREATE", 3, """{"id":"2","name":"new"}""");
        await bot.PassAsync(1);

        Assert.Equal(["Connected", "Ready", "Available 1", "Joined 2", "Available 2"], bot.Events);
        Assert.Equal([1UL, 2UL], bot.Client.GuildIds.Order());
    });

    [Fact]
    public void An_outage_hides_a_server_and_only_a_removal_is_one() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket socket = await bot.Gateway.NextReadyAsync(1, 2);
        socket.Dispatch("GUILD_DELETE", 2, """{"id":"1","unavailable":true}""");
        socket.Dispatch("GUILD_CREATE", 3, """{"id":"1","name":"back"}""");
        socket.Dispatch("GUILD_DELETE", 4, """{"id":"2"}""");
        socket.Dispatch("GUILD_CREATE", 5, """{"id":"2","name":"invited again"}""");
        await bot.PassAsync(1);

        Assert.Equal(["Unavailable 1", "Available 1", "Left 2", "Joined 2", "Available 2"], bot.Events.Skip(2));
    });

    [Fact]
    public void What_may_change_the_bots_permissions_is_told() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket socket = await bot.Gateway.NextReadyAsync(1);
        socket.Dispatch("CHANNEL_UPDATE", 2, """{"id":"10","guild_id":"1","type":0,"permission_overwrites":[]}""");
        socket.Dispatch("GUILD_ROLE_UPDATE", 3, """{"guild_id":"1","role":{"id":"20","name":"news"}}""");
        socket.Dispatch("GUILD_ROLE_DELETE", 4, """{"guild_id":"1","role_id":"20"}""");
        socket.Dispatch("GUILD_MEMBER_UPDATE", 5, """{"guild_id":"1","user":{"id":"77","username":"digest"},"roles":[]}""");
        socket.Dispatch("GUILD_MEMBER_UPDATE", 6, """{"guild_id":"1","user":{"id":"99","username":"another"},"roles":[]}""");
        socket.Dispatch("THREAD_UPDATE", 7, """{"id":"11","guild_id":"1","type":11}""");
        socket.Dispatch("THREAD_DELETE", 8, """{"id":"11","guild_id":"1","parent_id":"10","type":11}""");
        socket.Dispatch("CHANNEL_DELETE", 9, """{"id":"10","guild_id":"1","type":0}""");
        await bot.PassAsync(1);

        Assert.Equal(
            ["Updated 10", "Permissions 1", "Permissions 1", "Permissions 1", "Updated 11", "Thread deleted 11", "Destroyed 10"],
            bot.Events.Skip(2));
    });

    [Fact]
    public void An_interaction_carries_the_moment_of_its_arrival() => GatewayFixture.Run(async bot =>
    {
        var arrived = new List<Interaction>();
        bot.Client.InteractionCreated += interaction =>
        {
            arrived.Add(interaction);
            return Task.CompletedTask;
        };
        ScriptedSocket socket = await bot.Gateway.NextReadyAsync();
        await bot.PassAsync(7);
        long now = bot.Clock.GetTimestamp();
        socket.Dispatch("INTERACTION_CREATE", 2, """{"id":"9","type":2,"token":"secret","data":{"name":"digest"}}""");
        await bot.PassAsync(3);

        Assert.Equal(now, Assert.Single(arrived).ReceivedTimestamp);
        Assert.Equal(9UL, arrived[0].Id);
    });

    [Fact]
    public void A_handler_that_fails_stops_neither_the_others_nor_the_client() => GatewayFixture.Run(async bot =>
    {
        bot.Client.MessageReceived += _ => throw new InvalidOperationException("at once");
        bot.Client.MessageReceived += async _ =>
        {
            await Task.Yield();
            throw new InvalidOperationException("later");
        };
        int seen = 0;
        bot.Client.MessageReceived += _ => Task.FromResult(seen++);
        ScriptedSocket socket = await bot.Gateway.NextReadyAsync();
        socket.Message(2, "one");
        socket.Message(3, "two");
        await bot.PassAsync(1);

        Assert.Equal(2, seen);
        Assert.Single(bot.Gateway.Sockets);
    });

    [Fact]
    public void Messages_are_handled_beside_each_other_up_to_the_limit() => GatewayFixture.Run(
        async bot =>
        {
            (int running, int most) = (0, 0);
            bot.Client.MessageReceived += async _ =>
            {
                most = Math.Max(most, ++running);
                await bot.PassAsync(2);
                running--;
            };
            ScriptedSocket socket = await bot.Gateway.NextReadyAsync();
            for (int sequence = 2; sequence < 22; sequence++)
            {
                socket.Message(sequence, "text");
            }

            await bot.PassAsync(60);

            Assert.Equal(4, most);
            Assert.Equal(0, running);
            Assert.Equal(20, bot.Events.Count(text => text == "text"));
        },
        new DiscordSocketConfig { MaxInFlight = 4 });

    [Fact]
    public void Events_about_servers_are_handled_one_after_the_other_in_their_order() => GatewayFixture.Run(async bot =>
    {
        var order = new List<string>();
        bot.Client.ChannelUpdated += async channel =>
        {
            order.Add($"begin {channel.Id}");
            await bot.PassAsync(1d / channel.Id);
            order.Add($"end {channel.Id}");
        };
        ScriptedSocket socket = await bot.Gateway.NextReadyAsync();
        socket.Dispatch("CHANNEL_UPDATE", 2, """{"id":"1","type":0}""");
        socket.Dispatch("CHANNEL_UPDATE", 3, """{"id":"2","type":0}""");
        await bot.PassAsync(5);

        Assert.Equal(["begin 1", "end 1", "begin 2", "end 2"], order);
    });

    [Fact]
    public void A_slow_message_keeps_no_interaction_waiting() => GatewayFixture.Run(
        async bot =>
        {
            bot.Client.MessageReceived += _ => bot.PassAsync(100);
            TimeSpan? handled = null;
            bot.Client.InteractionCreated += _ =>
            {
                handled = bot.Clock.Now;
                return Task.CompletedTask;
            };
            ScriptedSocket socket = await bot.Gateway.NextReadyAsync();
            socket.Message(2, "one");
            socket.Message(3, "two");
            socket.Dispatch("INTERACTION_CREATE", 4, """{"id":"9","type":2,"token":"secret"}""");
            TimeSpan sent = bot.Clock.Now;
            await bot.PassAsync(1);

            Assert.Equal(sent, handled);
        },
        new DiscordSocketConfig { MaxInFlight = 1 });

    [Fact]
    public void An_event_that_cannot_be_read_is_passed_over_and_not_asked_for_again() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket socket = await bot.Gateway.NextReadyAsync();
        socket.Dispatch("MESSAGE_CREATE", 2, """{"id":{"no":"id"}}""");
        socket.Dispatch("GUILD_CREATE", 3, "null");
        socket.Message(4, "readable");
        await bot.PassAsync(1);
        socket.Break();
        ScriptedSocket second = await bot.Gateway.NextAsync();
        second.Hello();

        Assert.Equal(4, (long)(await second.FrameAsync(6)).Data!["seq"]!);
        Assert.Equal("readable", bot.Events[^1]);
    });

    [Fact]
    public void Events_and_kinds_of_frames_that_are_unknown_are_passed_over() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket socket = await bot.Gateway.NextReadyAsync();
        socket.Dispatch("MOON_LANDING", 2, new JsonObject { ["id"] = "1" });
        socket.Send("""{"op":31,"d":{"x":1}}""");
        socket.Message(3, "still here");
        await bot.PassAsync(1);

        Assert.Equal("still here", bot.Events[^1]);
        Assert.Single(bot.Gateway.Sockets);
    });

    [Fact]
    public void Disposing_waits_for_the_handlers_that_run() => GatewayFixture.Run(async bot =>
    {
        bool ended = false;
        bot.Client.MessageReceived += async _ =>
        {
            await bot.PassAsync(30);
            ended = true;
        };
        ScriptedSocket socket = await bot.Gateway.NextReadyAsync();
        socket.Message(2, "one");
        await bot.PassAsync(1);

        await bot.Client.DisposeAsync();

        Assert.True(ended);
    });

    [Fact]
    public void A_new_session_begins_with_the_servers_of_now() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket first = await bot.Gateway.NextReadyAsync(1, 2);
        first.Send("""{"op":9,"d":false}""");

        await bot.Gateway.NextReadyAsync(2, 3);
        await bot.PassAsync(1);

        Assert.Equal([2UL, 3UL], bot.Client.GuildIds.Order());
    });
}
