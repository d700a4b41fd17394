using DigestBot.Store.WebSub;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest.WebSub;

/// <summary>A feed that names several hubs is told of by one that works.</summary>
public sealed class SeveralHubsTests
{
    public static TheoryData<string> Stores => ["sqlite", "postgresql"];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_first_is_asked_and_the_next_where_it_fails_three_times(string provider)
    {
        await using HubTown town = await FailingAsync(provider);
        town.OtherHubAnswer = Reply.Status("202 Accepted");
        await PassAsync(town, hours: 4);

        Assert.Equal(["/hub", "/hub", "/hub", "/other"], town.Asked.Select(asked => asked["path"]));
        Assert.True(await town.ConfirmAsync(town.Asked[^1]));
        await PassAsync(town, hours: 24);

        Subscription subscription = (await town.SubscriptionAsync())!;
        Assert.True(subscription.IsActive(town.Bot.Clock.GetUtcNow()));
        Assert.EndsWith("/other", subscription.Hub, StringComparison.Ordinal);
        Assert.Null(subscription.Problem);
        Assert.Equal(4, town.Asked.Count); // of a hub that never said yes no leave is taken
    }

    [Fact]
    public async Task Where_none_works_they_are_asked_in_turn_and_no_more_often_than_one()
    {
        await using HubTown town = await FailingAsync("sqlite");
        town.OtherHubAnswer = Reply.Status("410 Gone");
        await PassAsync(town, hours: 24 * 30);

        Assert.InRange(town.Asked.Count, 8, 14);
        Assert.Equal(["/hub", "/other", "/hub"], town.Asked.Skip(2).Take(3).Select(asked => asked["path"]));
        Assert.NotNull((await town.SubscriptionAsync())!.Problem);
    }

    private static async Task<HubTown> FailingAsync(string provider)
    {
        HubTown town = await HubTown.StartAsync(provider);
        town.OtherHubPath = "/other";
        town.HubAnswer = Reply.Status("500 Internal Server Error");
        await town.FollowAsync();
        return town;
    }

    private static async Task PassAsync(HubTown town, int hours)
    {
        for (int hour = 0; hour < hours; hour++)
        {
            await town.PollAsync();
            await town.KeepAsync();
            town.Bot.Clock.Advance(TimeSpan.FromHours(1.1));
        }
    }
}
