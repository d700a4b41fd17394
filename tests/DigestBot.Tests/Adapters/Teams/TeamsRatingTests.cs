using System.Text.Json.Nodes;
using DigestBot.Store;

namespace DigestBot.Tests.Adapters.Teams;

/// <summary>What people think of a story, by the buttons below story and why.</summary>
public sealed class TeamsRatingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("story 1")]
    [InlineData("/why 1")]
    public async Task An_opinion_is_kept_once_for_whoever_pressed_until_they_take_it_back_and_the_last_one_counts(string command)
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        await town.SayAsync(town.InChannel("digest iraq"));
        JsonObject asked = town.InChannel(command);
        JsonObject card = (await town.SayAsync(asked))[^1].Card!;

        string told = await town.ToldAsync(TeamsTown.Press(asked, CardReading.Button(card, "👍 Useful")));
        await town.ToldAsync(TeamsTown.Press(asked, CardReading.Button(card, "👍 Useful")));
        bool liked = Assert.Single(await OpinionsAsync(town)).Likes;
        await town.ToldAsync(TeamsTown.Press(asked, CardReading.Button(card, "👎 Not useful")));

        Assert.StartsWith("Kept: your opinion on story 1.", told, StringComparison.Ordinal);
        Assert.Equal((true, false), (liked, Assert.Single(await OpinionsAsync(town)).Likes));

        string taken = await town.ToldAsync(TeamsTown.Press(asked, CardReading.Button(card, "↩ Take back")));
        Assert.Equal("Your opinion on story 1 is forgotten.", taken);
        Assert.Empty(await OpinionsAsync(town));
    }

    [Fact]
    public async Task A_digest_of_another_space_is_not_rated()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        await town.SayAsync(town.InChannel("digest iraq"));
        JsonObject card = (await town.SayAsync(town.InChannel("/why 1")))[^1].Card!;

        string told = await town.ToldAsync(TeamsTown.Press(town.Personal(""), CardReading.Button(card, "👍 Useful")));

        Assert.DoesNotContain("Kept", told, StringComparison.Ordinal);
        Assert.Empty(await OpinionsAsync(town));
    }

    private static async Task<IReadOnlyList<HeldOpinion>> OpinionsAsync(TeamsTown town) => (await town.Bot.Get<HoldingsStore>().ReadAsync(
        await town.Bot.SpaceAsync($"teams:{FakeTeams.Team}", Cancel), "teams:29:member", isAlone: false, Cancel)).Opinions;
}
