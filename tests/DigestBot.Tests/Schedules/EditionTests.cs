using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Schedules.Running;
using DigestBot.Tests.Adapters;
using Moq;

namespace DigestBot.Tests.Schedules;

/// <summary>One composition serves many channels, each without what it was shown.</summary>
public sealed class EditionTests
{
    private static readonly HashSet<long> Nothing = [];

    [Fact]
    public void A_channel_that_was_shown_nothing_gets_the_first_stories()
    {
        EditionCopy copy = Edition(2, Story("a", "One.", "Two."), Story("b", "Three."), Story("c", "Four.")).Without(Nothing);

        Assert.Equal(["a", "b"], copy.Digest.Stories.Select(story => story.Id));
        Assert.Equal(3, copy.Sentences.Count);
    }

    [Fact]
    public void What_a_channel_was_shown_is_left_out_and_further_stories_move_up()
    {
        Edition edition = Edition(2, Story("a", "One.", "Two."), Story("b", "Three."), Story("c", "Four."));

        EditionCopy copy = edition.Without(Shown("Two.", "Three."));

        Assert.Equal(["a", "c"], copy.Digest.Stories.Select(story => story.Id));
        Assert.Equal(["One.", "Four."], Sentences(copy));
    }

    [Fact]
    public void A_channel_that_was_shown_everything_gets_no_stories() =>
        Assert.True(Edition(2, Story("a", "One.")).Without(Shown("One.")).IsEmpty);

    [Fact]
    public void Sentences_that_look_the_same_are_the_same()
    {
        Assert.Equal(SentenceKey.Of("The  dam\nbroke."), SentenceKey.Of("The dam broke."));
        Assert.NotEqual(SentenceKey.Of("The dam broke."), SentenceKey.Of("The dam broke!"));
        Assert.Equal(["The dam broke."], Sentences(Edition(2, Story("a", "The dam broke."), Story("b", "The dam\tbroke.")).Without(Nothing)));
    }

    [Fact]
    public void Channels_that_are_left_with_the_same_share_one_digest_with_an_id_of_its_own()
    {
        Edition edition = Edition(1, Story("a", "One."), Story("b", "Two."));

        Assert.Same(edition.Without(Nothing), edition.Without(Shown("Never quoted.")));
        Assert.NotEqual(edition.Without(Nothing).Digest.Id, edition.Without(Shown("One.")).Digest.Id);
        Assert.Equal(12, edition.Without(Nothing).Digest.Id.Length);
    }

    [Fact]
    public void A_digest_is_laid_out_once_for_each_platform_language_zone_and_lateness()
    {
        var adapter = new Mock<IChatAdapter>();
        adapter.Setup(it => it.Lay(It.IsAny<DigestPost>(), It.IsAny<Reader>())).Returns(["body"]);
        EditionCopy copy = Edition(1, Story("a", "One.")).Without(Nothing);
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
        new(SampleReplies.Digest() with { Stories = draft }, stories);

    private static DigestStory Story(string id, params string[] sentences) => new(
        id, id, ["Sample Post"], 1, [.. sentences.Select(text => SampleReplies.Quote(text, SampleReplies.Article("1", id, "https://post.example/1", "Sample Post")))]);

    private static HashSet<long> Shown(params string[] sentences) => [.. sentences.Select(SentenceKey.Of)];

    private static IEnumerable<string> Sentences(EditionCopy copy) =>
        copy.Digest.Stories.SelectMany(story => story.Quotes).Select((Citation quote) => quote.Text);
}
