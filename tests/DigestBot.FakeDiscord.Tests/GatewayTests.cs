using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Gateway;

namespace DigestBot.FakeDiscord.Tests;

/// <summary>How the gateway treats those who break its rules.</summary>
public sealed class GatewayTests
{
    private static readonly FakeDiscordOptions Fast = new() { IdentifyInterval = TimeSpan.Zero };

    public static TheoryData<string, int> Breaches => new()
    {
        { """{"op":2,"d":{"token":"wrong","intents":1,"properties":{}}}""", 4004 },
        { """{"op":3,"d":{}}""", 4003 },
        { """{"op":99,"d":{}}""", 4001 },
        { "no JSON", 4002 },
        { $$"""{"op":1,"d":"{{new string('x', 4100)}}"}""", 4002 },
    };

    [Theory]
    [MemberData(nameof(Breaches))]
    public async Task A_frame_that_breaks_the_rules_closes_the_connection_with_its_code(string frame, int code)
    {
        await using Town town = await Town.BuildAsync();
        using RawSocket socket = await town.Bot.ConnectAsync();

        await socket.SendTextAsync(frame);

        Assert.Equal(code, await socket.ReadToEndAsync());
    }

    [Theory]
    [InlineData(1 << 30, 0, 1, 4013)]
    [InlineData((int)(GatewayIntent.Guilds | GatewayIntent.MessageContent), 0, 1, 4014)]
    [InlineData(1, 3, 2, 4010)]
    public async Task An_identify_that_asks_for_too_much_is_closed_with_its_code(int intents, int shard, int shards, int code)
    {
        await using Town town = await Town.BuildAsync();

        using RawSocket socket = await town.Bot.IdentifyAsync(intents, shard, shards);

        Assert.Equal(code, await socket.ReadToEndAsync());
    }

    [Fact]
    public async Task A_version_that_is_gone_is_closed_with_4012()
    {
        await using Town town = await Town.BuildAsync();

        using RawSocket socket = await town.Bot.ConnectAsync("gateway?v=7&encoding=json");

        Assert.Equal(4012, await socket.ReadToEndAsync());
    }

    [Fact]
    public async Task Too_many_guilds_on_a_shard_ask_for_more_shards()
    {
        await using Town town = await Town.BuildAsync(Fast with { GuildsPerShard = 0 });

        using RawSocket socket = await town.Bot.IdentifyAsync();

        Assert.Equal(4011, await socket.ReadToEndAsync());
    }

    [Fact]
    public async Task A_second_identify_on_a_connection_is_closed_with_4005()
    {
        await using Town town = await Town.BuildAsync(Fast);
        using RawSocket socket = await town.Bot.IdentifyAsync();

        await socket.SendAsync(2, RawBot.Identity(town.Discord.Options.Token));

        Assert.Equal(4005, await socket.ReadToEndAsync());
    }

    [Fact]
    public async Task More_than_120_frames_in_a_minute_are_closed_with_4008()
    {
        await using Town town = await Town.BuildAsync(Fast);
        using RawSocket socket = await town.Bot.IdentifyAsync();

        for (int i = 0; i < 120; i++)
        {
            await socket.SendAsync(1, null);
        }

        Assert.Equal(4008, await socket.ReadToEndAsync());
    }

    [Fact]
    public async Task A_resume_ahead_of_the_session_is_closed_with_4007()
    {
        await using Town town = await Town.BuildAsync(Fast);
        using RawSocket first = await town.Bot.IdentifyAsync();
        JsonNode ready = await first.ReadEventAsync("READY");
        using RawSocket second = await town.Bot.ConnectAsync();

        await second.SendAsync(6, new JsonObject
        {
            ["token"] = town.Discord.Options.Token,
            ["session_id"] = ready.Text("session_id"),
            ["seq"] = 1000,
        });

        Assert.Equal(4007, await second.ReadToEndAsync());
    }

    [Fact]
    public async Task Two_identifies_of_a_bucket_within_five_seconds_are_one_too_many()
    {
        await using Town town = await Town.BuildAsync();
        using RawSocket first = await town.Bot.IdentifyAsync();
        await first.ReadEventAsync("READY");

        using RawSocket second = await town.Bot.IdentifyAsync();
        Assert.False((await second.ReadAsync(9)).Flag("d"));

        town.Clock.Advance(TimeSpan.FromSeconds(5));
        await second.SendAsync(2, RawBot.Identity(town.Discord.Options.Token));
        await second.ReadEventAsync("READY");
    }

    [Fact]
    public async Task One_identify_more_than_a_day_has_resets_the_token()
    {
        await using Town town = await Town.BuildAsync(Fast with { IdentifiesPerDay = 2 });
        using RawSocket first = await town.Bot.IdentifyAsync();
        await first.ReadEventAsync("READY");
        using RawSocket second = await town.Bot.IdentifyAsync();
        await second.ReadEventAsync("READY");
        RawReply before = await town.Bot.GetAsync("gateway/bot");

        using RawSocket third = await town.Bot.IdentifyAsync();

        Assert.Equal(0, before.Body.Field("session_start_limit").Number("remaining"));
        Assert.Equal(4004, await third.ReadToEndAsync());
        Assert.Equal(4004, await first.ReadToEndAsync());
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await town.Bot.GetAsync("users/@me")).Status);
    }

    [Fact]
    public async Task Only_events_of_the_intents_are_sent()
    {
        await using Town town = await Town.BuildAsync(Fast);
        using RawSocket guildsOnly = await town.Bot.IdentifyAsync(intents: 1);
        using RawSocket messages = await town.Bot.IdentifyAsync(intents: 1 | 512);
        await guildsOnly.ReadEventAsync("READY");
        await messages.ReadEventAsync("READY");

        town.Discord.People.Type(town.Reader, town.Channel, "hello");
        town.Discord.Guilds.AddChannel(town.Guild, "marker");

        Assert.Equal("hello", town.Channel.Messages.Values[0].Content);
        Assert.Equal("", (await messages.ReadEventAsync("MESSAGE_CREATE")).Text("content"));
        string? next;
        do
        {
            next = (await guildsOnly.ReadAsync(0)).Text("t");
            Assert.NotEqual("MESSAGE_CREATE", next);
        }
        while (next != "CHANNEL_CREATE");
    }

    [Fact]
    public async Task A_frozen_connection_stands_and_says_nothing()
    {
        await using Town town = await Town.BuildAsync(Fast);
        using RawSocket socket = await town.Bot.IdentifyAsync();
        JsonNode ready = await socket.ReadEventAsync("READY");
        await socket.ReadEventAsync("GUILD_CREATE");
        town.Discord.Gateway.Freeze();

        await socket.SendAsync(1, 2);
        town.Discord.People.Type(town.Reader, town.Channel, "missed");
        Task<JsonObject?> silence = socket.ReadAsync();
        using RawSocket again = await town.Bot.ConnectAsync("resume?v=10&encoding=json");
        await again.SendAsync(6, new JsonObject
        {
            ["token"] = town.Discord.Options.Token,
            ["session_id"] = ready.Text("session_id"),
            ["seq"] = 2,
        });

        await again.ReadEventAsync("MESSAGE_CREATE");
        await again.ReadEventAsync("RESUMED");
        Assert.False(silence.IsCompleted);
    }
}
