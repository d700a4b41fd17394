using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Schedules.Time;
using DigestBot.Store;
using DigestBot.Tests.Cli;

namespace DigestBot.Tests.Adapters;

/// <summary>The look of replies in a terminal and in a pipe.</summary>
public sealed class TextLayoutTests
{
    [Fact]
    public void A_digest_in_a_pipe_reads_like_this() => Assert.Equal(
        """
        iraq · Mon 6 Jan 2020, 15:00 (Asia/Baghdad)
        from 5 Jan 2020, 15:00 to 6 Jan 2020, 15:00
        Stories: 2 · Articles: 23 · Sources that answered: 40 of 41 · Quotes are verbatim
        Sample Times has not answered since 4 Jan 2020, 15:00: HTTP 503
        ────────────────────────────────────────────────────────────
        1 · Iraq votes on foreign troops
          Publishers: 2 · Sample Herald, Sample Post
          “Parliament voted on Sunday to end the presence of foreign troops.” [1]
          “The resolution passed with 170 votes.” [2]
          “The resolution passed with 170 votes.” [1]
          [1] Sample Herald, 5 Jan 2020, 19:00: https://herald.example/iraq-vote
          [2] Sample Post, 5 Jan 2020, 19:00: https://post.example/vote

        2 · Oil exports resume
          Publishers: 1 · Sample Post
          “Crude flows.” [3]
          [3] Sample Post, 5 Jan 2020, 19:00: https://post.example/oil

        ────────────────────────────────────────────────────────────
        Digest 7f3a · check every quote: digestbot verify 7f3a

        """,
        Print(new Reply.OfDigest(SampleReplies.Digest()), "en"));

    [Fact]
    public void A_digest_of_older_news_says_so_first() => Assert.StartsWith(
        "Nothing from 5 Jan 2020, 15:00 to 6 Jan 2020, 15:00; this is the newest coverage, from ",
        Print(new Reply.OfDigest(SampleReplies.Digest(fallback: true)), "en"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("iraq", "Nothing about “iraq” in the stored news.\n")]
    [InlineData(null, "There is no news here yet.\n")]
    public void An_empty_digest_is_one_sentence_and_what_did_not_answer(string? topic, string sentence) =>
        Assert.StartsWith(sentence, Print(new Reply.OfDigest(SampleReplies.Empty(topic)), "en"), StringComparison.Ordinal);

    [Fact]
    public void An_answer_is_its_quotes_their_links_and_what_was_searched() => Assert.Equal(
        """
        Searched for: How many voted? iraq
        “The resolution passed with 170 votes.” [1]
        [1] Sample Post, 5 Jan 2020, 19:00: https://post.example/vote
        As of 6 Jan 2020, 15:00 · Sources quoted: 1 · Articles searched: 412

        """,
        Print(new Reply.OfAnswer(SampleReplies.Answered()), "en"));

    [Fact]
    public void Nothing_that_answers_is_said_with_the_nearest_sentences() => Assert.Equal(
        """
        I have nothing that answers this from 30 Dec 2019, 15:00 to 6 Jan 2020, 15:00.
        Articles searched: 412
        The nearest sentences:
        “The resolution passed with 170 votes.” [1]
        [1] Sample Post, 5 Jan 2020, 19:00: https://post.example/vote

        """,
        Print(new Reply.OfAnswer(SampleReplies.NotAnswered()), "en"));

    [Fact]
    public void French_quotes_stand_between_guillemets() => Assert.Contains(
        $"«\u00a0{SampleReplies.First}\u00a0» [1]",
        Print(new Reply.OfDigest(SampleReplies.Digest()), "fr"),
        StringComparison.Ordinal);

    [Fact]
    public void Arabic_lines_run_from_the_right_and_news_keeps_its_own_direction()
    {
        string printed = Print(new Reply.OfDigest(SampleReplies.Digest()), "ar");

        Assert.All(
            printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('─')),
            line => Assert.Equal(Bidi.RightToLeftMark, line[0]));
        Assert.Contains($"«\u2068{SampleReplies.First}\u2069»", printed, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', printed);
    }

    [Fact]
    public void English_text_without_right_to_left_news_carries_no_invisible_marks() => Assert.DoesNotContain(
        Print(new Reply.OfDigest(SampleReplies.Digest()), "en"),
        c => c is Bidi.FirstStrongIsolate or Bidi.RightToLeftMark);

    [Fact]
    public void Colours_go_to_a_screen_that_wants_them_and_change_no_word()
    {
        var coloured = new FakeTerminal(interactive: true, width: 200) { Colours = true };
        var plain = new FakeTerminal();
        foreach (FakeTerminal terminal in (FakeTerminal[])[coloured, plain])
        {
            Print(terminal, new Reply.OfDigest(SampleReplies.Digest()), "en");
        }

        Assert.Contains('\u001b', coloured.Printed);
        Assert.DoesNotContain('\u001b', plain.Printed);
        Assert.Equal(plain.Printed, AnsiText.Strip(coloured.Printed));
    }

    [Fact]
    public void Every_kind_of_reply_can_be_laid_out()
    {
        Digest digest = SampleReplies.Digest();
        Reply[] replies =
        [
            new Reply.OfDigest(digest),
            new Reply.OfAnswer(SampleReplies.Answered()),
            new Reply.OfSearch("vote", [new(digest.Stories[0].Quotes[0].Article, digest.Stories[0].Quotes[0])]),
            new Reply.OfSearch("vote", []),
            new Reply.OfStories([new("s1", "Vote", ["Sample Post"], 2, SampleReplies.Noon, SampleReplies.Noon)]),
            new Reply.OfStories([]),
            new Reply.OfStory(new(digest.Stories[0], [digest.Stories[0].Quotes[0].Article])),
            new Reply.OfWhy(SampleReplies.Explained("Iraq votes")),
            new Reply.OfSources([]),
            new Reply.OfSources([SampleReplies.Source(failures: 2)]),
            new Reply.OfSources([SampleReplies.Source() with { MovedFrom = "https://old.example/feed" }]),
            new Reply.OfNewSource(SampleReplies.Source(), ["Iraq votes"]),
            new Reply.OfNewSource(SampleReplies.Source() with { Kind = SourceKind.Sitemap }, []) { FoundAt = "https://post.example/sitemap.xml" },
            new Reply.OfNewSource(SampleReplies.Source(), []) { FoundAt = "https://post.example/feed", Others = ["https://post.example/sport", "https://post.example/2"] },
            new Reply.OfSourceTest(SampleReplies.SourceTest("Iraq votes")),
            new Reply.OfSource(SampleReplies.SourceDetail("Iraq votes")),
            new Reply.OfSource(SampleReplies.SourceDetail("Iraq votes") with { Origin = null, Checks = [] }),
            new Reply.OfTopics([new("iraq", new("iraq, baghdad", "dinar"))], null),
            new Reply.OfTopics([], null),
            new Reply.OfTopicTest(SampleReplies.TopicTest("iraq")),
            new Reply.OfPerson(
                new(Person.Unknown, [], [], [])
                {
                    Follows = [new("iraq", ["07:30"], "Asia/Baghdad", SampleReplies.Noon)],
                    Quiet = new("22:00", "07:00", "Asia/Baghdad"),
                },
                "Asia/Baghdad",
                "en",
                null),
            new Reply.OfFollows([SampleSchedules.Schedule(), SampleSchedules.Schedule(paused: true)], new(new(22, 0), new(7, 0)), null, "Next"),
            new Reply.OfFollows([], null, "Done.", "Next"),
            new Reply.OfHoldings("{\n  \"person\": \"discord:77\"\n}"),
            new Reply.OfSettings(new("Asia/Baghdad", null, "en", "77"), null, "Next"),
            new Reply.OfSchedules([SampleSchedules.Schedule()], "Next"),
            new Reply.OfSchedule(SampleSchedules.Schedule(), null, "Next"),
            new Reply.OfRemovedSchedule(SampleSchedules.Schedule(), "Next"),
            new Reply.OfPreview(
                SampleSchedules.Schedule(), UpcomingRuns.Of(SampleSchedules.Schedule().Settings, SampleReplies.Noon, 5), "Next"),
            new Reply.OfHistory(SampleSchedules.Schedule(), [SampleSchedules.Run()], "Next"),
            new Reply.OfRun(SampleSchedules.Schedule(), SampleSchedules.Run(), null, "Next"),
            new Reply.OfStatus(SampleSchedules.Status()),
            new Reply.OfHelp([new CommandDefinition("help", phrases => phrases.CommandHelp, [])]),
            new Reply.Plain("Done."),
            new Reply.Refusal("No."),
        ];

        Assert.Equal(
            typeof(Reply).GetNestedTypes().Select(type => type.Name).Order(StringComparer.Ordinal),
            replies.Select(reply => reply.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        Assert.All(replies, reply => Assert.NotEmpty(Print(reply, "ar")));
    }

    private static string Print(Reply reply, string language)
    {
        var terminal = new FakeTerminal();
        Print(terminal, reply, language);
        return terminal.Printed;
    }

    private static void Print(FakeTerminal terminal, Reply reply, string language)
    {
        Reader reader = SampleReplies.In(language);
        new TerminalPrinter(terminal).Print(TextLayout.Lay(reply, reader), reader.Phrases);
    }
}
