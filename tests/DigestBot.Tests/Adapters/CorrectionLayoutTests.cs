using DigestBot.Adapters;
using DigestBot.Adapters.Discord;
using DigestBot.Adapters.Teams;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Tests.Adapters.Teams;

namespace DigestBot.Tests.Adapters;

/// <summary>What a digest says of sentences that earlier ones quoted and that changed at their sources.</summary>
public sealed class CorrectionLayoutTests
{
    private const string Was = "The resolution passed with *170* votes.";
    private const string Now = "The resolution passed with *171* votes.";

    [Fact]
    public void In_a_terminal_it_stands_above_the_stories()
    {
        string text = Text(new DigestPost(Corrected(), SampleReplies.Noon, Late: false), "en");

        Assert.Contains(
            """
            Quoted here, and changed at the source since
              Vote in Baghdad
              Digest abcd of 5 Jan 2020, 15:00 quoted:
              “The resolution passed with *170* votes.”
              What comes nearest in the article now:
              “The resolution passed with *171* votes.”
              Sample Post, 5 Jan 2020, 19:00: https://post.example/vote
              Vote in Baghdad
              Digest abcd of 5 Jan 2020, 15:00 quoted:
              “The resolution passed with *170* votes.”
              The article no longer has this sentence, nor one like it.
              Sample Post, 5 Jan 2020, 19:00: https://post.example/vote
              Further ones: 4; the next digest tells them.

            1 · Iraq votes on foreign troops
            """,
            text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ar")]
    public void Every_layout_has_both_sentences_and_the_link_with_and_without_news(string language)
    {
        Reader reader = SampleReplies.In(language);
        Assert.All((Digest[])[Corrected(), Corrected() with { Stories = [] }], digest =>
        {
            var post = new DigestPost(digest, SampleReplies.Noon, Late: false);
            string discord = string.Join('\n', DiscordLayout.Lay(post, reader).Select(message => message.Embeds![0].Description));
            Assert.All(
                (string[])
                [
                    Text(post, language),
                    MarkdownLayout.Render(digest, reader).Replace("\\", "", StringComparison.Ordinal),
                    HtmlLayout.Render(digest, reader),
                    discord.Replace("\\", "", StringComparison.Ordinal),
                    string.Join('\n', CardReading.Lines(TeamsLayout.Page(digest, 1, reader))),
                ],
                text =>
                {
                    Assert.Contains(reader.Phrases.Corrections, text, StringComparison.Ordinal);
                    Assert.Equal(3, text.Split(Was).Length);
                    Assert.Equal(2, text.Split(Now).Length);
                    Assert.Contains("Vote in Baghdad", text, StringComparison.Ordinal);
                    Assert.Contains("Sample Post", text, StringComparison.Ordinal);
                });
            Assert.Contains("https://post.example/vote", discord, StringComparison.Ordinal);
            Assert.Contains("https://post.example/vote", TeamsLayout.Page(digest, 1, reader).ToJsonString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Its_sentences_are_not_counted_among_those_that_buttons_show_the_sources_of()
    {
        Reader reader = SampleReplies.In("en");

        Assert.Equal(
            DiscordDigest.Pages(SampleReplies.Digest(), [], reader).Select(page => (page.First, page.Count)),
            DiscordDigest.Pages(Corrected(), [], reader).Select(page => (page.First, page.Count)));
    }

    [Fact]
    public void The_list_of_sources_says_what_became_of_each_quote()
    {
        Reader reader = SampleReplies.In("en");
        Digest digest = SampleReplies.Digest();
        Citation[] quotes = [.. digest.Stories.SelectMany(story => story.Quotes)];
        var edited = new Dictionary<Citation, QuoteCheck>
        {
            [quotes[0]] = new(quotes[0], QuoteState.Edited) { Now = quotes[0] with { Text = Now } },
            [quotes[1]] = new(quotes[1], QuoteState.Edited) { Now = quotes[1], Stands = true },
            [quotes[2]] = new(quotes[2], QuoteState.Edited),
        };

        string discord = string.Join('\n', DiscordLayout.Sources(digest, null, edited, reader).Select(message => message.Embeds![0].Description));
        string teams = string.Join('\n', CardReading.Lines(TeamsLayout.Sources(digest, null, 1, edited, reader)));

        Assert.All((string[])[discord.Replace("\\", "", StringComparison.Ordinal), teams], text =>
        {
            Assert.Equal(2, text.Split(reader.Phrases.CorrectionNow).Length);
            Assert.Equal(2, text.Split(Now).Length);
            Assert.Equal(2, text.Split(reader.Phrases.CorrectionStands).Length);
            Assert.Equal(2, text.Split(reader.Phrases.CorrectionGone).Length);
        });
    }

    private static Digest Corrected()
    {
        var quote = SampleReplies.Quote(Was, SampleReplies.Article("12", "Vote in Baghdad", "https://post.example/vote", "Sample Post"));
        var now = quote with { Text = Now };
        return SampleReplies.Digest() with
        {
            Corrections =
            [
                new("abcd", SampleReplies.Noon.AddDays(-1), quote, now),
                new("abcd", SampleReplies.Noon.AddDays(-1), quote, null),
            ],
            MoreCorrections = 4,
        };
    }

    private static string Text(DigestPost post, string language) => string.Join(
        '\n', TextLayout.Lay(post, SampleReplies.In(language)).Select(line => $"{new string(' ', line.Indent)}{line}"));
}
