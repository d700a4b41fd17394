using System.Net;
using System.Text.Json;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Discord.Tests.Gateway;

/// <summary>Which ends are final, and what the owner is told.</summary>
public sealed class CloseCodeTests
{
    [Theory]
    [InlineData(4004, "Reset Token")]
    [InlineData(4010, "shard 0 of 1")]
    [InlineData(4011, "set more shards")]
    [InlineData(4012, "newer version")]
    [InlineData(4013, "4609")]
    [InlineData(4014, "Privileged Gateway Intents")]
    public void A_final_close_stops_the_client_and_says_what_to_do(int code, string advice) => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket socket = await bot.Gateway.NextAsync();
        socket.Hello();
        await socket.FrameAsync(2);
        socket.Close(code);

        await bot.PassAsync(24 * 3600);

        GatewayClosedException fatal = Assert.Single(bot.Fatal);
        Assert.Equal(code, fatal.CloseCode);
        Assert.True(fatal.IsFatal);
        Assert.Contains(advice, fatal.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", fatal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(GatewayFixture.Token, fatal.Message, StringComparison.Ordinal);
        Assert.Single(bot.Gateway.Sockets);
        Assert.Equal(ConnectionState.Disconnected, bot.Client.ConnectionState);
    });

    [Fact]
    public void A_client_that_gave_up_can_be_started_with_another_token() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket socket = await bot.Gateway.NextAsync();
        socket.Close(4004);
        await bot.UntilAsync(() => bot.Fatal.Count == 1, "given up");
        await bot.Client.LoginAsync("another.token");
        await bot.Client.StartAsync();

        ScriptedSocket second = await bot.Gateway.NextAsync();
        second.Hello();

        Assert.Equal("another.token", (string?)(await second.FrameAsync(2)).Data!["token"]);
    });

    [Fact]
    public void A_token_that_the_http_api_refuses_stops_the_client_too() => Simulation.Run(async simulation =>
    {
        int asked = 0;
        Task<GatewayBot> Refuse(CancellationToken cancellationToken)
        {
            asked++;
            throw new HttpException("GET gateway/bot", HttpStatusCode.Unauthorized, null, "401: Unauthorized", []);
        }

        var fatal = new List<GatewayClosedException>();
        await using var client = new DiscordSocketClient(
            new DiscordSocketConfig(), Refuse, new IdentifyLimiter(Refuse, simulation.Clock), simulation.Clock, new Random(1));
        client.FatalError += exception =>
        {
            fatal.Add(exception);
            return Task.CompletedTask;
        };
        await client.LoginAsync(GatewayFixture.Token);
        await client.StartAsync();
        await simulation.PassAsync(TimeSpan.FromHours(1));

        Assert.Contains("Reset Token", Assert.Single(fatal).Message, StringComparison.Ordinal);
        Assert.Equal(1, asked);
    });

    [Fact]
    public void Every_documented_close_code_is_followed_as_documented()
    {
        string file = SharedData.Path("data", "discord", "gateway-close-codes.json");
        using JsonDocument documented = JsonDocument.Parse(File.ReadAllText(file));
        foreach (JsonElement row in documented.RootElement.EnumerateArray())
        {
            int code = row.GetProperty("code").GetInt32();
            bool reconnects = CloseCodes.After(code) != AfterClose.Stop;
            Assert.True(row.GetProperty("reconnect").GetBoolean() == reconnects, $"{code} is followed by {CloseCodes.After(code)}");
        }
    }

    [Fact]
    public void Every_close_is_explained_in_one_sentence()
    {
        Assert.All(Enumerable.Range(1000, 20).Concat(Enumerable.Range(4000, 20)), code =>
            Assert.EndsWith(".", CloseCodes.Describe(code, new DiscordSocketConfig()), StringComparison.Ordinal));
    }
}
