using DigestBot.FakeDiscord;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.People;
using DigestBot.Store;

namespace DigestBot.Tests.Adapters.Discord.Incoming;

/// <summary>What people think of a story, by the buttons below /story and /why.</summary>
public sealed class RatingInteractionTests(IncomingTown town) : IClassFixture<IncomingTown>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("story")]
    [InlineData("why")]
    public async Task An_opinion_is_kept_once_however_often_it_is_clicked_and_the_last_one_counts(string command)
    {
        FakeUser reader = town.AddReader();
        FakeMessage shown = await ShownAsync(reader, command);

        FakeInteraction kept = await town.SettledAsync(town.People.ClickLabel(reader, shown, "👍 Useful"));
        await town.SettledAsync(town.People.ClickLabel(reader, shown, "👍 Useful"));
        bool liked = Assert.Single(await OpinionsAsync(reader)).Likes;
        await town.SettledAsync(town.People.ClickLabel(reader, shown, "👎 Not useful"));

        Assert.Same(reader, kept.Response!.VisibleOnlyTo);
        Assert.Contains("Kept: your opinion on story 1.", kept.Text(), StringComparison.Ordinal);
        Assert.Equal((true, false), (liked, Assert.Single(await OpinionsAsync(reader)).Likes));
    }

    [Fact]
    public async Task An_opinion_is_taken_back_by_the_button_beside_it()
    {
        FakeUser reader = town.AddReader();
        FakeMessage shown = await ShownAsync(reader, "story");
        await town.SettledAsync(town.People.ClickLabel(reader, shown, "👎 Not useful"));

        FakeInteraction taken = await town.SettledAsync(town.People.ClickLabel(reader, shown, "↩ Take back"));
        FakeInteraction again = await town.SettledAsync(town.People.ClickLabel(reader, shown, "↩ Take back"));

        Assert.Contains("Your opinion on story 1 is forgotten.", taken.Text(), StringComparison.Ordinal);
        Assert.Contains("You have said nothing of story 1", again.Text(), StringComparison.Ordinal);
        Assert.Empty(await OpinionsAsync(reader));
    }

    [Fact]
    public async Task A_story_of_no_digest_can_be_followed_and_not_rated()
    {
        FakeUser reader = town.AddReader();
        FakeChannel channel = town.AddChannel();
        FakeMessage story = await ShownAsync(reader, "story");
        string id = story.AllComponents().First(component => component.Text("label") == "Follow").Text("custom_id")!.Split(':')[^1];

        FakeMessage alone = (await town.SettledAsync(town.People.Run(reader, channel, "story", ("story", id)))).Response!;

        Assert.Equal(["Follow"], alone.AllComponents().Select(component => component.Text("label")).OfType<string>());
    }

    [Fact]
    public async Task The_buttons_speak_the_reader_s_language()
    {
        FakeUser reader = town.AddReader("fr");
        FakeMessage why = await ShownAsync(reader, "why");

        FakeInteraction kept = await town.SettledAsync(town.People.ClickLabel(reader, why, "👎 Pas utile"));

        Assert.Contains("Noté", kept.Text(), StringComparison.Ordinal);
    }

    private async Task<FakeMessage> ShownAsync(FakeUser reader, string command)
    {
        FakeChannel channel = town.AddChannel();
        await town.SettledAsync(town.People.Run(reader, channel, "digest", ("topic", "iraq")));
        return (await town.SettledAsync(town.People.Run(reader, channel, command, ("story", "1")))).Response!;
    }

    private async Task<IReadOnlyList<HeldOpinion>> OpinionsAsync(FakeUser reader) => (await town.Bot.Get<HoldingsStore>().ReadAsync(
        await town.Bot.SpaceAsync($"discord:{town.Guild.Id}", Cancel), $"discord:{reader.Id}", isAlone: false, Cancel)).Opinions;
}
