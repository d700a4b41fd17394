using System.Text.Json;
using DigestBot.Adapters;
using DigestBot.Adapters.Discord;
using DigestBot.Adapters.Teams;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Schedules.Running;
using DigestBot.Tests.Adapters;
using DigestBot.Tests.Adapters.Teams;
using Moq;

namespace DigestBot.Tests.Schedules;

/// <summary>One composition serves many channels, each without what it was shown.</summary>
public sealed class EditionTests
{
    private static readonly HashSet<long> Nothing = [];

    [Fact]
    public void A_channel_that_was_shown_nothing_gets_the_first_stories()
    {
        EditionCopy copy = Edition(2, Story("a", "One.", "Two."), Story("b", "Three."), Story("c", "Four.")).Without(Nothing, Editions.NoPast);

        Assert.Equal(["a", "b"], copy.Digest.Stories.Select(story => story.Id));
        Assert.Equal(3, copy.Sentences.Count);
    }

    [Fact]
    public void What_a_channel_was_shown_is_left_out_and_further_stories_move_up()
    {
        Edition edition = Edition(2, Story("a", "One.", "Two."), Story("b", "Three."), Story("c", "Four."));

        EditionCopy copy = edition.Without(Shown("Two.", "Three."), Editions.NoPast);

        Assert.Equal(["a", "c"], copy.Digest.Stories.Select(story => story.Id));
        Assert.Equal(["One.", "Four."], Sentences(copy));
    }

    [Fact]
    public void A_channel_that_was_shown_everything_gets_no_stories() =>
        Assert.True(Edition(2, Story("a", "One.")).Without(Shown("One."), Editions.NoPast).IsEmpty);

    [Fact]
    public void Sentences_that_look_the_same_are_the_same()
    {
        Assert.Equal(SentenceKey.Of("The  dam\nbroke."), SentenceKey.Of("The dam broke."));
        Assert.NotEqual(SentenceKey.Of("The dam broke."), SentenceKey.Of("The dam broke!"));
        Assert.Equal(["The dam broke."], Sentences(Edition(2, Story("a", "The dam broke."), Story("b", "The dam\tbroke.")).Without(Nothing, Editions.NoPast)));
    }

    [Fact]
    public void Channels_that_are_left_with_the_same_share_one_digest_with_an_id_of_its_own()
    {
        Edition edition = Edition(1, Story("a", "One."), Story("b", "Two."));

        Assert.Same(edition.Without(Nothing, Editions.NoPast), edition.Without(Shown("Never quoted."), Editions.NoPast));
        Assert.NotEqual(edition.Without(Nothing, Editions.NoPast).Digest.Id, edition.Without(Shown("One."), Editions.NoPast).Digest.Id);
        Assert.Equal(12, edition.Without(Nothing, Editions.NoPast).Digest.Id.Length);
    }

    [Fact]
    public void A_story_of_which_a_channel_was_shown_something_is_an_update_and_other_channels_see_none()
    {
        Edition edition = Edition(2, Later("a", "The dam at Vesterby broke at dawn.", "Rescuers reached the harbour with 40 boats."));
        EditionCopy before = Edition(1, Story("a", "The dam at Vesterby broke at dawn.")).Without(Nothing, Editions.NoPast);

        EditionCopy update = edition.Without(Nothing, Editions.After(before));

        Assert.Equal(0, Assert.Single(edition.Without(Nothing, Editions.NoPast).Digest.Stories).UpdateDay);
        Assert.Equal(2, Assert.Single(update.Digest.Stories).UpdateDay);
        Assert.Equal(["Rescuers reached the harbour with 40 boats."], Sentences(update));
    }

    [Fact]
    public void A_story_does_not_come_back_with_what_is_left_of_an_article_or_with_one_that_a_digest_of_the_same_topic_could_have_told()
    {
        ChannelPast past = Editions.After(Edition(1, Story("a", "The dam at Vesterby broke at dawn.")).Without(Nothing, Editions.NoPast));
        ChannelPast later = Editions.After(Editions.Of(
            SampleReplies.Digest() with { Stories = [Story("a", "The dam at Vesterby broke at dawn.")], Asked = NewsWindow.Until(SampleReplies.Noon.AddHours(2)) }, 1)
            .Without(Nothing, Editions.NoPast));
        ChannelPast other = Editions.After(Editions.Of(
            SampleReplies.Digest(topic: "dams") with { Stories = [Story("a", "The dam at Vesterby broke at dawn.")], Asked = NewsWindow.Until(SampleReplies.Noon.AddHours(2)) }, 1)
            .Without(Nothing, Editions.NoPast));

        Assert.True(Edition(1, Story("a", "Rescuers reached the harbour with 40 boats.")).Without(Nothing, past).IsEmpty);
        Assert.False(Edition(1, Later("a", "Rescuers reached the harbour with 40 boats.")).Without(Nothing, past).IsEmpty);
        Assert.True(Edition(1, Later("a", "Rescuers reached the harbour with 40 boats.")).Without(Nothing, later).IsEmpty);
        Assert.False(Edition(1, Later("a", "Rescuers reached the harbour with 40 boats.")).Without(Nothing, other).IsEmpty);
    }

    [Fact]
    public void What_was_told_in_other_words_is_left_out_and_so_is_a_story_of_which_nothing_is_new()
    {
        const string Before = "At least 12 people were killed when a footbridge collapsed in Torvik on Sunday, the police said.";
        const string Reworded = "Police said at least 12 people died when the footbridge in Torvik collapsed on Sunday.";
        ChannelPast past = Editions.After(Edition(1, Story("a", Before)).Without(Nothing, Editions.NoPast));

        EditionCopy left = Edition(2, Later("a", Reworded, "Divers went on searching the river Aaven.")).Without(Nothing, past);
        EditionCopy nothing = Edition(2, Later("a", Reworded)).Without(Nothing, past);

        Assert.Equal(["Divers went on searching the river Aaven."], Sentences(left));
        Assert.True(nothing.IsEmpty);
    }

    [Fact]
    public void In_place_of_what_a_channel_knows_it_is_shown_more_of_the_same_story_in_reading_order()
    {
        DigestStory story = Later("a", "The dam at Vesterby broke at dawn.", "Rescuers reached the harbour with 40 boats.");
        Citation article = story.Quotes[0];
        Edition edition = Editions.Of(
            SampleReplies.Digest() with { Stories = [story] },
            1,
            SampleReplies.Quote("At dawn, the dam broke at Vesterby.", article.Article, 5),
            SampleReplies.Quote("Schools stay closed until Friday.", article.Article, 10),
            SampleReplies.Quote("A bakery gives bread away.", article.Article, 20));
        ChannelPast past = Editions.After(Edition(1, Story("a", "The dam at Vesterby broke at dawn.")).Without(Nothing, Editions.NoPast));

        EditionCopy copy = edition.Without(Shown("The dam at Vesterby broke at dawn."), past);

        Assert.Equal(["Rescuers reached the harbour with 40 boats.", "Schools stay closed until Friday."], Sentences(copy));
        Assert.Equal(2, copy.Sentences.Count);
    }

    [Fact]
    public void A_digest_without_updates_is_stored_as_it_always_was() =>
        Assert.DoesNotContain("UpdateDay", JsonSerializer.Serialize(SampleReplies.Digest(), DigestJson.Default.Digest), StringComparison.Ordinal);

    [Theory]
    [InlineData("en", "Update, day 3")]
    [InlineData("fr", "Mise à jour, jour 3")]
    [InlineData("ar", "تحديث، اليوم 3")]
    public void Every_layout_says_that_a_story_is_an_update(string language, string mark)
    {
        Reader reader = SampleReplies.In(language);
        Digest digest = SampleReplies.Digest();
        digest = digest with { Stories = [digest.Stories[0] with { UpdateDay = 3 }, digest.Stories[1]] };

        Assert.All(
            (string[])
            [
                string.Join('\n', TextLayout.Lay(digest, reader)),
                MarkdownLayout.Render(digest, reader),
                HtmlLayout.Render(digest, reader),
                DiscordLayout.Page(digest, 1, reader).Embeds![0].Description!,
                string.Join('\n', CardReading.Lines(TeamsLayout.Page(digest, 1, reader))),
            ],
            text => Assert.Equal(2, text.Split(mark).Length));
    }

    [Fact]
    public void A_digest_is_laid_out_once_for_each_platform_language_zone_and_lateness()
    {
        var adapter = new Mock<IChatAdapter>();
        adapter.Setup(it => it.Lay(It.IsAny<DigestPost>(), It.IsAny<Reader>())).Returns(["body"]);
        EditionCopy copy = Edition(1, Story("a", "One.")).Without(Nothing, Editions.NoPast);
        foreach (string language in Phrases.Languages)
        {
            for (int i = 0; i < 3; i++)
            {
                copy.Lay(adapter.Object, SampleReplies.In(language), SampleReplies.Noon, late: false);
                copy.Lay(adapter.Object, SampleReplies.In(language), SampleReplies.Noon, late: true);
            }
        }

        adapter.Verify(it => it.Lay(It.IsAny<DigestPost>(), It.IsAny<Reader>()), Times.Exactly(2 * Phrases.Languages.Count));
    }

    [Fact]
    public void A_late_digest_says_when_it_was_due()
    {
        string text = Text(new DigestPost(SampleReplies.Digest(), SampleReplies.Noon.AddHours(-3), Late: true));

        Assert.StartsWith("Late: this digest was due at 6 Jan 2020, 12:00.\niraq · ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Late", Text(new DigestPost(SampleReplies.Digest(), SampleReplies.Noon, Late: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_digest_with_nothing_new_says_what_was_searched() => Assert.Equal(
        """
        Nothing new about “iraq” for this channel.
        iraq · Mon 6 Jan 2020, 15:00 (Asia/Baghdad)
        from 5 Jan 2020, 15:00 to 6 Jan 2020, 15:00
        Stories: 0 · Articles: 23 · Sources that answered: 40 of 41 · Quotes are verbatim
        Sample Times has not answered since 4 Jan 2020, 15:00: HTTP 503
        """,
        Text(new DigestPost(SampleReplies.Empty(), SampleReplies.Noon, Late: false)));

    private static string Text(DigestPost post) => string.Join(
        '\n', TextLayout.Lay(post, SampleReplies.In("en")).Select(line => string.Concat(line.Spans.Select(span => span.Text))));

    private static Edition Edition(int stories, params DigestStory[] draft) =>
        Editions.Of(SampleReplies.Digest() with { Stories = draft }, stories);

    private static DigestStory Story(string id, params string[] sentences) => Story("1", id, sentences);

    /// <summary>The same story, told by a later article.</summary>
    private static DigestStory Later(string id, params string[] sentences) => Story("2", id, sentences);

    private static DigestStory Story(string article, string id, string[] sentences) => new(
        id, id, ["Sample Post"], 1, [.. sentences.Select(text => SampleReplies.Quote(text, SampleReplies.Article(article, id, $"https://post.example/{article}", "Sample Post")))]);

    private static HashSet<long> Shown(params string[] sentences) => [.. sentences.Select(SentenceKey.Of)];

    private static IEnumerable<string> Sentences(EditionCopy copy) =>
        copy.Digest.Stories.SelectMany(story => story.Quotes).Select((Citation quote) => quote.Text);
}
