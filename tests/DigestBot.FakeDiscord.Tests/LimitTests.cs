using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Faults;

namespace DigestBot.FakeDiscord.Tests;

/// <summary>Limits of rates, and what happens to those who do not respect them.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task The_sixth_message_in_five_seconds_is_refused_until_the_bucket_is_full_again()
    {
        await using Town town = await Town.BuildAsync();
        RawReply[] replies = new RawReply[6];
        for (int i = 0; i < replies.Length; i++)
        {
            replies[i] = await town.Bot.SayAsync(town.Channel.Id, $"{i}");
        }

        Assert.Equal(["4", "3", "2", "1", "0"], replies[..5].Select(reply => reply.Headers["X-RateLimit-Remaining"]));
        Assert.Equal(HttpStatusCode.TooManyRequests, replies[5].Status);
        Assert.Equal("user", replies[5].Headers["X-RateLimit-Scope"]);
        double wait = replies[5].Body.Fraction("retry_after")!.Value;
        Assert.Equal(wait.ToString(CultureInfo.InvariantCulture), replies[5].Headers["Retry-After"]);

        town.Clock.Advance(TimeSpan.FromSeconds(wait));
        Assert.Equal(HttpStatusCode.OK, (await town.Bot.SayAsync(town.Channel.Id, "again")).Status);
    }

    [Fact]
    public async Task Buckets_are_apart_for_each_channel_and_share_their_name()
    {
        await using Town town = await Town.BuildAsync();
        var other = town.Discord.Guilds.AddChannel(town.Guild, "other");

        RawReply here = await town.Bot.SayAsync(town.Channel.Id, "here");
        RawReply there = await town.Bot.SayAsync(other.Id, "there");

        Assert.Equal(here.Headers["X-RateLimit-Bucket"], there.Headers["X-RateLimit-Bucket"]);
        Assert.Equal("4", there.Headers["X-RateLimit-Remaining"]);
    }

    [Fact]
    public async Task The_51st_request_in_a_second_is_refused_for_all_routes_but_not_for_interactions()
    {
        await using Town town = await Town.BuildAsync();
        for (int i = 0; i < 50; i++)
        {
            await town.Bot.GetAsync(i % 2 == 0 ? "users/@me" : "gateway/bot");
        }

        RawReply refused = await town.Bot.GetAsync("applications/@me");
        RawReply interaction = await town.Bot.PostAsync("interactions/1/x/callback", new JsonObject { ["type"] = 5 });

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("true", refused.Headers["X-RateLimit-Global"]);
        Assert.True(refused.Body.Flag("global"));
        Assert.Equal(10062, interaction.Code);
    }

    [Fact]
    public async Task Who_makes_too_many_invalid_requests_is_shut_out_for_a_while()
    {
        await using Town town = await Town.BuildAsync(new FakeDiscordOptions { InvalidRequestsPerTenMinutes = 3 });
        using var stranger = new RawBot(town.Discord, "wrong");
        town.Discord.Faults.Add(new Fault(FaultKind.RateLimit) { Scope = RateScope.Shared });
        await town.Bot.GetAsync("users/@me");
        Assert.Equal(0, town.Discord.Invalid.Total);

        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("users/@me")).Status);
        }

        RawReply shutOut = await town.Bot.GetAsync("users/@me");
        Assert.Equal(HttpStatusCode.TooManyRequests, shutOut.Status);
        Assert.Null(shutOut.Body);

        town.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.OK, (await town.Bot.GetAsync("users/@me")).Status);
    }

    [Fact]
    public async Task Two_hundred_new_commands_are_a_days_worth_for_a_guild()
    {
        await using Town town = await Town.BuildAsync(new FakeDiscordOptions { LimitsRates = false });
        string path = $"applications/{town.Discord.World.Bot.Id}/guilds/{town.Guild.Id}/commands";
        static JsonArray Commands(string prefix) => [.. Enumerable.Range(0, 100).Select(i =>
            (JsonNode)new JsonObject { ["name"] = $"{prefix}{i}", ["description"] = "x" })];

        await town.Bot.SendAsync(HttpMethod.Put, path, Commands("a"));
        await town.Bot.SendAsync(HttpMethod.Put, path, Commands("b"));
        RawReply again = await town.Bot.SendAsync(HttpMethod.Put, path, Commands("b"));
        RawReply third = await town.Bot.SendAsync(HttpMethod.Put, path, Commands("c"));

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(30034, third.Code);
        Assert.Equal(200, town.Discord.Commands.Created);
    }

    [Fact]
    public async Task A_client_that_does_not_say_who_it_is_is_blocked()
    {
        await using Town town = await Town.BuildAsync();
        town.Bot.Headers.UserAgent.Clear();

        Assert.Equal(40333, (await town.Bot.GetAsync("users/@me")).Code);
    }
}
