using System.Reflection;
using CsCheck;
using DigestBot.Adapters;
using DigestBot.Adapters.Discord;
using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Discord;
using DigestBot.News;
using DigestBot.Schedules.Time;
using DigestBot.Store;

namespace DigestBot.Tests.Adapters.Discord;

/// <summary>The look of answers, lists and the bot's own sentences on Discord.</summary>
public sealed class DiscordRepliesTests
{
    private static readonly ArticleRef Article = SampleReplies.Article("12", "Vote in Baghdad", "https://post.example/vote", "Sample Post");

    [Fact]
    public void An_answer_begins_with_the_sentence_that_answers()
    {
        MessageProperties message = Assert.Single(Lay(new Reply.OfAnswer(SampleReplies.Answered()), digestId: "7f3a"));

        Assert.Equal(
            """
            How many voted?
            Searched for: How many voted? iraq
            > “The resolution passed with 170 votes.” \[1]
            -# \[1] [Sample Post](<https://post.example/vote>) <t:1578240000:t>

            -# As of 6 Jan 2020, 15:00 · Sources quoted: 1 · Articles searched: 412
            """,
            DiscordMessages.Text(message));
        Assert.Equal(["v1:ask:7f3a"], DiscordMessages.Buttons(message).Select(button => button.CustomId));
    }

    [Fact]
    public void Without_an_answer_the_nearest_sentences_are_called_that()
    {
        string text = DiscordMessages.Text(Lay(new Reply.OfAnswer(SampleReplies.NotAnswered()))[0]);

        Assert.Matches("(?s)^Who won the cup\\?\nI have nothing .*Articles searched: 412\nThe nearest sentences:\n> “The resolution", text);
    }

    [Fact]
    public void What_was_found_is_linked()
    {
        Citation sentence = SampleReplies.Quote(SampleReplies.Second, Article);
        var found = new Reply.OfSearch("vote", [new SearchHit(Article, sentence), new SearchHit(Article, null)]);

        Assert.EndsWith(
            """


            **Vote in Baghdad**
            > “The resolution passed with 170 votes.”
            -# [Sample Post](<https://post.example/vote>) <t:1578240000:f>

            **Vote in Baghdad**
            -# [Sample Post](<https://post.example/vote>) <t:1578240000:f>
            """,
            DiscordMessages.Text(Lay(found)[0]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_story_shows_its_articles()
    {
        var detail = new StoryDetail(SampleReplies.Digest().Stories[0], [.. Enumerable.Repeat(Article, 30)]);

        string text = DiscordMessages.Text(Lay(new Reply.OfStory(detail))[0]);

        Assert.StartsWith("**Iraq votes on foreign troops**\n-# Publishers: 2", text, StringComparison.Ordinal);
        Assert.Equal(25, text.Split("**Vote in Baghdad**").Length - 1);
        Assert.Contains("5", text[text.LastIndexOf("-#", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_schedule_names_its_channel_so_that_it_can_be_opened()
    {
        var schedule = SampleSchedules.Schedule();
        schedule = schedule with { Channel = schedule.Channel with { Address = new(ChatPlatform.Discord, "123456789012345678") } };

        string text = DiscordMessages.Text(Lay(new Reply.OfSchedule(schedule, null, "Next."))[0]);

        Assert.Contains("Posts to: <#123456789012345678>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_is_plain_text_and_escaped()
    {
        MessageProperties message = Assert.Single(Lay(new Reply.Refusal("There is no topic “_x_”.")));

        Assert.Equal("There is no topic “\\_x\\_”.", message.Content);
        Assert.Null(message.Embeds);
    }

    [Fact]
    public void A_list_without_end_is_cut_and_says_so()
    {
        Source[] sources = [.. Enumerable.Range(1, 500)
            .Select(i => SampleReplies.Source() with { Name = $"Source {i} {new string('x', 100)}" })];

        IReadOnlyList<MessageProperties> messages = Lay(new Reply.OfSources(sources));

        Assert.Equal(5, messages.Count);
        Assert.EndsWith("look in the terminal.", DiscordMessages.Text(messages[^1]), StringComparison.Ordinal);
        Assert.DoesNotContain("look in the terminal.", DiscordMessages.Text(messages[0]), StringComparison.Ordinal);
        DiscordMessages.AreWithinLimits(messages);
    }

    [Fact]
    public void The_sources_of_a_part_say_where_each_quote_stands()
    {
        string text = DiscordMessages.Text(Assert.Single(Sources(new PartMark(1, 0, 1))));

        Assert.Equal(
            """
            **Quotes and sources · Digest 7f3a**

            **\[1] Iraq votes on foreign troops**
            > “Parliament voted on Sunday to end the presence of foreign troops.”
            -# [Sample Herald](<https://herald.example/iraq-vote>) <t:1578240000:f> · at 7+65 in the stored text

            -# check every quote: digestbot verify 7f3a
            """,
            text);
    }

    [Fact]
    public void The_sources_of_a_later_part_keep_their_numbers()
    {
        string text = DiscordMessages.Text(Sources(new PartMark(2, 3, 1))[0]);

        Assert.Contains("**\\[3] Oil**\n> “Crude flows.”", text, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleReplies.First, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reply_fits_whatever_it_holds() => Gen.Select(HostileText.Any, Gen.Int[0, 2]).Sample((text, language) =>
    {
        Reader reader = SampleReplies.In(Phrases.Languages[language]);
        foreach (Reply reply in All(text))
        {
            DiscordMessages.AreWithinLimits(DiscordLayout.Lay(reply, reader));
        }
    });

    [Fact]
    public void No_kind_of_reply_is_forgotten_here() => Assert.Equal(
        typeof(Reply).GetNestedTypes(BindingFlags.Public).Select(type => type.Name).Order(StringComparer.Ordinal),
        All("x").Select(reply => reply.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ar")]
    public void The_form_for_a_question_fits_in_every_language(string language)
    {
        Modal form = DiscordButtons.QuestionForm("7f3a", Phrases.Find(language)!);

        Assert.Equal("v1:question:7f3a", form.CustomId);
        Assert.Equal(DiscordButtons.QuestionField, Assert.Single(form.Components).Component!.CustomId);
    }

    private static IReadOnlyList<MessageProperties> Lay(Reply reply, string? digestId = null) =>
        DiscordLayout.Lay(reply, SampleReplies.In("en"), digestId);

    private static IReadOnlyList<MessageProperties> Sources(PartMark mark) =>
        DiscordLayout.Sources(SampleReplies.Digest(), mark, SampleReplies.NoneEdited, SampleReplies.In("en"));

    private static Reply[] All(string text)
    {
        ArticleRef article = Article with { Title = text, Source = text };
        Citation quote = SampleReplies.Quote(text, article);
        var story = new DigestStory("s", text, [text], 1, [quote]);
        var schedule = SampleSchedules.Schedule(text, text, parked: text);
        return
        [
            new Reply.OfDigest(SampleReplies.Digest(text, text, first: text, topic: text, failing: text)),
            new Reply.OfDigest(SampleReplies.Empty(text)),
            new Reply.OfAnswer(SampleReplies.Answered() with { Question = text, Query = text, Quotes = [quote] }),
            new Reply.OfAnswer(SampleReplies.NotAnswered() with { Question = text, Query = text, Nearest = [] }),
            new Reply.OfSearch(text, [new SearchHit(article, quote)]),
            new Reply.OfSearch(text, []),
            new Reply.OfStories([new StoryListing("s", text, [text], 1, SampleReplies.Noon, SampleReplies.Noon)]),
            new Reply.OfStory(new StoryDetail(story, [article]) { Timeline = [new(new(2020, 1, 5), quote), new(new(2020, 1, 6), quote)] }) { DigestId = "7f3a" },
            .. Enum.GetValues<QuoteState>().Select(state => new Reply.OfWhy(SampleReplies.Explained(text, state))),
            new Reply.OfSources([SampleReplies.Source(1) with { Name = text, LastError = text, MovedFrom = text }]),
            new Reply.OfNewSource(SampleReplies.Source() with { Name = text, Folder = text }, [text]) { FoundAt = text, Others = [text] },
            new Reply.OfSourceTest(SampleReplies.SourceTest(text)),
            new Reply.OfSource(SampleReplies.SourceDetail(text)),
            new Reply.OfTopics([new Topic(text, new TopicWords($"{text}, {text}", text))], text),
            new Reply.OfTopicTest(SampleReplies.TopicTest(text)),
            new Reply.OfPerson(
                new(new(text, text, SampleReplies.Noon, text), [], [], []) { Follows = [new(text, [text], text, SampleReplies.Noon)], Quiet = new(text, text, text) },
                text,
                "en",
                text),
            new Reply.OfFollows([SampleSchedules.Schedule(topic: text)], new(new(22, 0), new(7, 0)), text, text),
            new Reply.OfFollows([SampleSchedules.Schedule(topic: text)], null, null, text) { Headlines = new Dictionary<long, string> { [SampleSchedules.Schedule().Id] = text } },
            new Reply.OfHoldings($"{{\n  \"person\": \"{text}\"\n}}"),
            new Reply.OfSettings(new("Asia/Baghdad", null, "en", text), text, text),
            new Reply.OfSchedules([schedule], text),
            new Reply.OfSchedule(schedule, text, text),
            new Reply.OfRemovedSchedule(schedule, text),
            new Reply.OfPreview(schedule, new UpcomingRuns([], null), text),
            new Reply.OfHistory(schedule, [SampleSchedules.Run(problem: text)], text),
            new Reply.OfRun(schedule, SampleSchedules.Run(), text, text),
            new Reply.OfStatus(SampleSchedules.Status(text)),
            new Reply.OfHelp([]),
            new Reply.Plain($"x{text}"),
            new Reply.Refusal($"x{text}"),
        ];
    }
}
