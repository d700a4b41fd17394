using DigestBot.FakeDiscord.Faults;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.People;
using DigestBot.Tests.Adapters.Discord.Incoming;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd.Discord;

/// <summary>A gateway that breaks off, and clocks that differ: everybody is answered, and once.</summary>
public sealed class GatewayFaultTests
{
    private const string Callback = "POST /interactions/{interaction_id}/{interaction_token}/callback";

    [Fact]
    public async Task An_interaction_during_which_the_gateway_is_killed_is_answered_once()
    {
        await using ServedTown town = await ServedTown.StartAsync();
        Fault slow = town.Discord.Faults.Add(new Fault(FaultKind.SlowBefore) { Route = Callback, Wait = TimeSpan.FromSeconds(1) });
        FakeInteraction asked = town.People.Run(town.AddReader(), town.News, "digest", ("topic", "iraq"));
        await Eventually.TrueAsync(() => Task.FromResult(slow.Hits == 1), "the answer is on its way");

        town.Discord.Gateway.Kill();
        await town.UntilAsync(() => asked.IsSettled && town.Discord.Gateway.Resumed == 1, "it is answered, and the session goes on");
        await town.PassAsync(TimeSpan.FromSeconds(2));

        Assert.Contains(DailyNews.Troops, asked.Text(), StringComparison.Ordinal);
        Assert.Single(town.Discord.Journal.Requests(Callback));
        Assert.Equal(1, town.Discord.Gateway.Identified);
    }

    [Fact]
    public async Task What_people_do_while_the_gateway_is_away_is_replayed_and_answered_once()
    {
        await using ServedTown town = await ServedTown.StartAsync();
        FakeUser bo = town.AddReader();
        town.Discord.Gateway.Kill();

        FakeInteraction asked = town.People.Run(bo, town.News, "digest", ("topic", "iraq"));
        FakeMessage question = town.People.Type(bo, town.News, $"{town.People.Mention} how many foreign troops are stationed in Iraq?");
        await town.UntilAsync(() => asked.IsSettled, "the command is answered");
        await town.UntilAsync(() => town.Posted(town.News).Any(message => message.AnswerTo == question), "the question is answered");
        await town.PassAsync(TimeSpan.FromSeconds(2));

        Assert.Equal((1, 1), (town.Discord.Gateway.Resumed, town.Discord.Gateway.Identified));
        Assert.Single(town.Discord.Journal.Requests(Callback));
        Assert.Single(town.Posted(town.News), message => message.AnswerTo == question);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(-60)]
    public async Task A_clock_that_is_a_minute_off_is_noticed_by_nobody(int seconds)
    {
        await using ServedTown town = await ServedTown.StartAsync();
        town.Discord.World.Clock.Skew = TimeSpan.FromSeconds(seconds);
        FakeUser bo = town.AddReader();

        FakeInteraction digest = await town.RunAsync(bo, town.News, "digest", ("topic", "iraq"));
        FakeInteraction sources = await town.ClickAsync(bo, digest.Response!, "Sources");
        await town.RunNowAsync();
        await town.EndedAsync();

        Assert.Contains(DailyNews.Troops, digest.Text(), StringComparison.Ordinal);
        Assert.Contains(digest.Response!.DigestId(), sources.Text(), StringComparison.Ordinal);
        Assert.Equal(4, town.Posted(town.News).Length);
    }
}
