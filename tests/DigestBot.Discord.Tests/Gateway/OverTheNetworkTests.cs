using DigestBot.FakeDiscord;

namespace DigestBot.Discord.Tests.Gateway;

/// <summary>The same, over real sockets, against a gateway that another client has found faithful.</summary>
public sealed class OverTheNetworkTests
{
    private static readonly DiscordSocketConfig Plain = new();
    private static readonly DiscordSocketConfig Compressed = new() { UseCompression = true };

    public static TheoryData<DiscordSocketConfig> Configs => [Plain, Compressed];

    [Theory]
    [MemberData(nameof(Configs), DisableDiscoveryEnumeration = true)]
    public async Task A_client_logs_in_and_gets_servers_messages_and_commands(DiscordSocketConfig config)
    {
        await using NetworkFixture bot = await NetworkFixture.StartAsync(config);
        await bot.SeenAsync("Available Newsroom");
        await bot.Rest.BulkOverwriteGlobalApplicationCommandsAsync(
            bot.Client.ApplicationId!.Value, [new ApplicationCommandProperties { Name = "digest", Description = "News" }]);

        string typed = bot.Type("what happened?");
        bot.Server.People.Run(bot.Ada, bot.Channel, "digest");

        await bot.SeenAsync(typed);
        await bot.SeenAsync("/digest");
        Assert.Equal(bot.Server.World.Bot.Id, bot.Client.CurrentUser!.Id);
        Assert.Equal(1, bot.Server.Gateway.Identified);
    }

    [Theory]
    [MemberData(nameof(Configs), DisableDiscoveryEnumeration = true)]
    public async Task What_was_said_while_the_connection_was_gone_arrives_once(DiscordSocketConfig config)
    {
        await using NetworkFixture bot = await NetworkFixture.StartAsync(config);
        await bot.SeenAsync("Ready");
        var typed = new List<string>();
        Action[] ends = [bot.Server.Gateway.Kill, bot.Server.Gateway.AskToReconnect, () => bot.Server.Gateway.Close(4000)];
        foreach (Action breakIt in ends)
        {
            int resumed = bot.Count("Resumed");
            typed.Add(bot.Type($"before {resumed}"));
            breakIt();
            typed.Add(bot.Type($"after {resumed}"));
            await NetworkFixture.HoldsAsync(() => bot.Count("Resumed") > resumed, "resumed");
        }

        typed.Add(bot.Type("in the end"));
        await NetworkFixture.HoldsAsync(() => !typed.Except(bot.Events).Any(), "everything that was typed");

        // What comes in one go is handled at the same time, so which handler is through first is nobody's promise.
        Assert.Equal(
            typed.Order(StringComparer.Ordinal),
            bot.Events.Where(seen => seen.StartsWith(bot.Server.People.Mention, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(1, bot.Server.Gateway.Identified);
        Assert.Equal(3, bot.Server.Gateway.Resumed);
    }

    [Fact]
    public async Task A_session_that_is_no_more_is_begun_anew()
    {
        await using NetworkFixture bot = await NetworkFixture.StartAsync();
        await bot.SeenAsync("Ready");

        bot.Server.Gateway.Invalidate(resumable: false);
        await NetworkFixture.HoldsAsync(() => bot.Count("Ready") == 2, "ready again");

        Assert.Equal(2, bot.Server.Gateway.Identified);
        Assert.Equal(0, bot.Server.Gateway.Resumed);
    }

    [Fact]
    public async Task A_session_that_is_paused_is_resumed()
    {
        await using NetworkFixture bot = await NetworkFixture.StartAsync();
        await bot.SeenAsync("Ready");

        bot.Server.Gateway.Invalidate(resumable: true);
        await bot.SeenAsync("Resumed");

        Assert.Equal(1, bot.Server.Gateway.Identified);
    }

    [Fact]
    public async Task A_gateway_that_freezes_is_found_by_its_missing_answers()
    {
        await using NetworkFixture bot = await NetworkFixture.StartAsync(
            options: new FakeDiscordOptions { HeartbeatInterval = TimeSpan.FromSeconds(40) });
        await bot.SeenAsync("Ready");

        bot.Server.Gateway.Freeze();
        string typed = bot.Type("is anybody there?");
        await bot.SeenAsync(typed);

        Assert.Equal(1, bot.Count(typed));
        Assert.NotEqual(0, bot.Server.Gateway.Resumed);
        Assert.Equal(1, bot.Server.Gateway.Identified);
    }

    [Fact]
    public async Task A_server_that_comes_back_after_an_outage_is_connected_to_again()
    {
        await using NetworkFixture bot = await NetworkFixture.StartAsync();
        await bot.SeenAsync("Ready");

        await bot.Server.StopAsync(TestContext.Current.CancellationToken);
        await NetworkFixture.HoldsAsync(() => bot.Client.ConnectionState == ConnectionState.Connecting, "the outage is seen");
        await bot.Server.ListenAsync(TestContext.Current.CancellationToken);
        string typed = bot.Type("welcome back");
        await bot.SeenAsync(typed);

        Assert.Equal(1, bot.Count(typed));
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4011)]
    [InlineData(4014)]
    public async Task A_final_close_is_final(int code)
    {
        await using NetworkFixture bot = await NetworkFixture.StartAsync();
        await bot.SeenAsync("Ready");

        bot.Server.Gateway.Close(code);
        await bot.SeenAsync($"Fatal {code}");

        await NetworkFixture.HoldsAsync(() => bot.Client.ConnectionState == ConnectionState.Disconnected, "disconnected");
        Assert.Equal(1, bot.Server.Gateway.Opened);
    }

    [Fact]
    public async Task Intents_that_are_not_granted_are_refused_by_the_gateway_itself()
    {
        await using NetworkFixture bot = await NetworkFixture.StartAsync(
            new DiscordSocketConfig { GatewayIntents = GatewayIntents.Unprivileged | GatewayIntents.MessageContent });

        await bot.SeenAsync("Fatal 4014");
    }

    [Fact]
    public async Task A_wrong_token_is_final_before_any_connection()
    {
        await using NetworkFixture bot = await NetworkFixture.StartAsync(token: "wrong.token");

        await bot.SeenAsync("Fatal ");

        Assert.Equal(0, bot.Server.Gateway.Opened);
    }

    [Theory]
    [MemberData(nameof(Configs), DisableDiscoveryEnumeration = true)]
    public async Task A_stopped_client_leaves_no_connection(DiscordSocketConfig config)
    {
        await using NetworkFixture bot = await NetworkFixture.StartAsync(config);
        await bot.SeenAsync("Ready");

        await bot.Client.StopAsync();

        await NetworkFixture.HoldsAsync(() => bot.Server.Gateway.Connections == 0, "the connection is gone");
        Assert.Equal(ConnectionState.Disconnected, bot.Client.ConnectionState);
    }
}
