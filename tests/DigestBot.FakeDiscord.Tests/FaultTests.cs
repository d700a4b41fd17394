using System.Net;
using DigestBot.FakeDiscord.Faults;

namespace DigestBot.FakeDiscord.Tests;

/// <summary>What tests can break, and that it is counted.</summary>
public sealed class FaultTests
{
    private const string CreateMessage = "POST /channels/{channel_id}/messages";

    [Theory]
    [InlineData(FaultKind.HangUpBefore, 0)]
    [InlineData(FaultKind.HangUpAfter, 1)]
    [InlineData(FaultKind.Truncate, 1)]
    public async Task A_broken_connection_leaves_the_message_or_not(FaultKind kind, int stored)
    {
        await using Town town = await Town.BuildAsync();
        Fault fault = town.Discord.Faults.Add(new Fault(kind) { Route = CreateMessage });

        await Assert.ThrowsAsync<HttpRequestException>(() => town.Bot.SayAsync(town.Channel.Id, "lost?"));

        Assert.Equal(stored, town.Channel.Messages.Count);
        Assert.Equal(1, fault.Hits);
    }

    [Theory]
    [InlineData(FaultKind.FailBefore, 0, HttpStatusCode.BadGateway)]
    [InlineData(FaultKind.FailAfter, 1, HttpStatusCode.BadGateway)]
    [InlineData(FaultKind.WrongContentType, 1, HttpStatusCode.OK)]
    public async Task A_failure_is_a_page_for_people_and_leaves_the_message_or_not(FaultKind kind, int stored, HttpStatusCode status)
    {
        await using Town town = await Town.BuildAsync();
        town.Discord.Faults.Add(new Fault(kind) { Route = CreateMessage });

        RawReply reply = await town.Bot.SayAsync(town.Channel.Id, "lost?");

        Assert.Equal(status, reply.Status);
        Assert.Null(reply.Body);
        Assert.Equal(stored, town.Channel.Messages.Count);
    }

    [Fact]
    public async Task A_slow_answer_waits_for_the_clock_and_the_message_is_there_before()
    {
        await using Town town = await Town.BuildAsync();
        town.Discord.Faults.Add(new Fault(FaultKind.SlowAfter) { Wait = TimeSpan.FromSeconds(20) });

        Task<RawReply> slow = town.Bot.SayAsync(town.Channel.Id, "slow");
        await town.Discord.World.WaitUntilAsync(
            () => town.Channel.Messages.Count == 1, "the message", TestContext.Current.CancellationToken);
        Assert.False(slow.IsCompleted);
        while (!slow.IsCompleted)
        {
            town.Clock.Advance(TimeSpan.FromSeconds(20));
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.OK, (await slow).Status);
    }

    [Fact]
    public async Task Only_the_request_that_was_meant_is_met()
    {
        await using Town town = await Town.BuildAsync();
        var second = new Fault(FaultKind.RateLimit) { Route = CreateMessage, Skip = 1, Wait = TimeSpan.FromSeconds(2.5) };
        town.Discord.Faults.Add(second);
        await town.Bot.GetAsync("users/@me");

        RawReply[] replies =
        [
            await town.Bot.SayAsync(town.Channel.Id, "1"),
            await town.Bot.SayAsync(town.Channel.Id, "2"),
            await town.Bot.SayAsync(town.Channel.Id, "3"),
        ];

        Assert.Equal([200, 429, 200], replies.Select(reply => (int)reply.Status));
        Assert.Equal("2.5", replies[1].Headers["Retry-After"]);
        Assert.Equal(1, second.Hits);
    }

    [Fact]
    public async Task After_a_restart_it_is_at_the_same_address_with_the_same_world()
    {
        await using Town town = await Town.BuildAsync();
        await town.Bot.SayAsync(town.Channel.Id, "before");
        await town.Discord.StopAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<HttpRequestException>(() => town.Bot.SayAsync(town.Channel.Id, "meanwhile"));

        await town.Discord.ListenAsync(TestContext.Current.CancellationToken);
        await town.Bot.SayAsync(town.Channel.Id, "after");

        Assert.Equal(["before", "after"], town.Channel.Messages.Values.Select(message => message.Content));
    }

    [Fact]
    public async Task The_journal_holds_every_exchange_and_no_token()
    {
        await using Town town = await Town.BuildAsync(new FakeDiscordOptions { IdentifyInterval = TimeSpan.Zero });
        using RawSocket socket = await town.Bot.IdentifyAsync();
        await socket.ReadEventAsync("READY");
        await town.Bot.SayAsync(town.Channel.Id, "noted");

        var line = Assert.Single(town.Discord.Journal.Requests(CreateMessage));
        Assert.Equal("noted", line.Field("body").Text("content"));
        Assert.Equal("noted", line.Field("response").Text("content"));
        Assert.Single(town.Discord.Journal.Frames(2));
        Assert.DoesNotContain(town.Discord.Journal.Text, text => text.Contains(town.Discord.Options.Token, StringComparison.Ordinal));
    }
}
