using System.Net;
using System.Text.Json.Nodes;
using DigestBot.Adapters.Teams;
using DigestBot.Adapters.Teams.Cards;
using DigestBot.Delivery;
using DigestBot.Schedules;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Adapters.Teams;

/// <summary>Following a topic in Teams: it comes to the personal chat of whoever has added the app for themselves.</summary>
public sealed class TeamsFollowTests
{
    private const string Home = "teams:a:with-29:member";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_button_below_a_digest_follows_its_topic_and_tells_whoever_pressed_alone()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        JsonObject asked = town.InChannel("digest iraq");
        JsonObject digest = Assert.Single(await town.SayAsync(asked)).Card!;

        string told = await town.ToldAsync(TeamsTown.Press(asked, CardReading.Button(digest, "Follow")));

        Assert.StartsWith("You follow “iraq”", told, StringComparison.Ordinal);
        Schedule follow = Assert.Single(await FollowsAsync(town));
        Assert.Equal((Home, Home), (follow.Space.Key, follow.Channel.Address.ToString()));
        Assert.Equal(FakeTeams.Team, (await town.Bot.Get<FollowStore>().OfSchedulesAsync([follow.Id], Cancel))[follow.Id].Space.Key["teams:".Length..]);
    }

    [Fact]
    public async Task Below_a_digest_of_all_news_it_offers_its_stories_and_one_of_another_space_is_not_kept_here()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        JsonObject asked = town.InChannel("digest");
        JsonNode button = CardReading.Button(Assert.Single(await town.SayAsync(asked)).Card!, "Follow");

        JsonObject offered = await town.PressedAsync(TeamsTown.Press(asked, button));
        Assert.Contains("say /follow", offered.ToJsonString(), StringComparison.Ordinal);
        string story = CardReading.Inputs(offered).Single()["choices"]![1]!["value"]!.ToString();
        Assert.StartsWith("That digest is no longer kept here", await town.ToldAsync(TeamsTown.Press(town.Personal(""), button)), StringComparison.Ordinal);
        Assert.Empty(await FollowsAsync(town));

        string told = await town.ToldAsync(TeamsTown.Press(asked, CardReading.Button(offered, "Follow"), ("story", story)));
        Assert.StartsWith("You follow the story “", told, StringComparison.Ordinal);
        Assert.Equal(story, $"{Assert.Single(await FollowsAsync(town)).Settings.Story}");
    }

    [Fact]
    public async Task The_button_below_a_story_follows_it_and_the_one_below_what_it_brings_ends_that()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        JsonObject asked = town.InChannel("digest iraq");
        string digest = CardReading.Button(Assert.Single(await town.SayAsync(asked)).Card!, "Follow")["data"]!["digestbot"]!["digest"]!.ToString();
        JsonObject story = (await town.SayAsync(town.InChannel("story 1")))[^1].Card!;

        string told = await town.ToldAsync(TeamsTown.Press(asked, CardReading.Button(story, "Follow")));

        Assert.StartsWith("You follow the story “", told, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(await FollowsAsync(town)).Settings.Story);
        JsonNode unfollow = CardButtons.Execute("Unfollow", new(TeamsAction.Unfollow) { DigestId = digest });
        Assert.StartsWith("You no longer follow", await town.ToldAsync(TeamsTown.Press(asked, unfollow)), StringComparison.Ordinal);
        Assert.Empty(await FollowsAsync(town));
    }

    [Fact]
    public async Task Each_that_is_listed_has_a_button_that_ends_it()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        foreach (int number in Enumerable.Range(1, 6))
        {
            await town.SayAsync(town.Personal($"/follow topic{number}"));
        }

        JsonObject asked = town.Personal("/follow");
        JsonObject list = Assert.Single(await town.SayAsync(asked)).Card!;
        JsonNode button = CardReading.Button(list, "Unfollow: topic2");

        Assert.InRange(CardDocument.BytesOf(list), 1, CardDocument.MostBytes);
        Assert.Equal("You no longer follow “topic2”.", await town.ToldAsync(TeamsTown.Press(asked, button)));
        Assert.StartsWith("You do not follow that any more", await town.ToldAsync(TeamsTown.Press(asked, button)), StringComparison.Ordinal);
        Assert.Equal(5, (await FollowsAsync(town)).Count);
    }

    [Fact]
    public async Task Whoever_has_not_added_the_app_is_told_to()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        JsonObject asked = town.InChannel("digest iraq");
        JsonNode button = CardReading.Button(Assert.Single(await town.SayAsync(asked)).Card!, "Follow");
        town.Teams.Script.Enqueue(FakeTeams.Fail(HttpStatusCode.Forbidden, "ForbiddenOperationException"));

        string told = await town.ToldAsync(TeamsTown.Press(asked, button));

        Assert.Contains("in Teams, add the app for yourself first", told, StringComparison.Ordinal);
        Assert.Empty(await FollowsAsync(town));
    }

    [Fact]
    public async Task What_is_followed_in_a_channel_comes_to_the_personal_chat()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        await town.SayAsync(town.InChannel("follow iraq at 07:30"));
        Schedule follow = Assert.Single(await FollowsAsync(town));

        await town.Bot.Get<ScheduleManager>().RunNowAsync(follow, Cancel);
        await town.Bot.Get<SlotRunner>().RunAsync(Cancel);
        int before = town.Teams.Posted.Count;
        await town.DrainAsync(TimeSpan.FromMinutes(1));

        TeamsRequest[] sent = [.. town.Teams.Posted.Skip(before)];
        Assert.NotEmpty(sent);
        Assert.All(sent, request => Assert.Equal("v3/conversations/a:with-29:member/activities", request.Path));
        Assert.Contains("iraq", sent[0].Card!.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task In_the_personal_chat_the_same_commands_need_no_way_to_be_found()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();

        await town.SayAsync(town.Personal("follow floods"));
        string listed = Assert.Single(await town.SayAsync(town.Personal("unfollow"))).Card!.ToJsonString();
        await town.SayAsync(town.Personal("unfollow floods"));

        Assert.Contains("floods", listed, StringComparison.Ordinal);
        Assert.Empty(await FollowsAsync(town));
    }

    [Fact]
    public async Task Members_of_teams_and_chats_are_told_from_those_who_left()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        await town.SayAsync(town.InChannel("help"));
        await town.SayAsync(town.InGroup("help"));
        IPersonalChats chats = town.Bot.Get<IPersonalChats>();

        Assert.True(await chats.IsMemberAsync($"teams:{FakeTeams.Team}", "teams:29:member", Cancel));
        Assert.True(await chats.IsMemberAsync($"teams:{TeamsTown.Group}", "teams:29:member", Cancel));
        Assert.False(await chats.IsMemberAsync($"teams:{FakeTeams.Team}", "teams:29:stranger", Cancel));
        Assert.False(await chats.IsMemberAsync("teams:19:never@thread.v2", "teams:29:member", Cancel));
        town.Teams.Script.Enqueue(FakeTeams.Break());
        Assert.Null(await chats.IsMemberAsync($"teams:{FakeTeams.Team}", "teams:29:member", Cancel));
    }

    private static Task<IReadOnlyList<Schedule>> FollowsAsync(TeamsTown town) => town.Bot.Get<FollowStore>().ListAsync("teams:29:member", Cancel);
}
