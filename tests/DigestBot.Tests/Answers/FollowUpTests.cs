using System.Globalization;
using CsCheck;
using DigestBot.Answers;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Summaries;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Answers;

public sealed class FollowUpTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_follow_up_is_searched_with_the_digest_s_topic_and_judged_by_its_own_words()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        Digest ferry = await FerryDigestAsync(bot);

        Answer passengers = await AskAsync(bot, ferry, "How many passengers?");
        Answer captain = await AskAsync(bot, ferry, "Who is the captain?");

        Assert.Contains("ferry", passengers.Query, StringComparison.Ordinal);
        Assert.Equal("All 214 passengers were brought ashore by fishing boats before noon.", passengers.Quotes[0].Text);
        Assert.False(captain.Answered);
        Assert.NotEmpty(captain.Nearest);
    }

    [Fact]
    public async Task A_whole_question_is_left_as_it_is()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        Digest ferry = await FerryDigestAsync(bot);

        Answer answer = await AskAsync(bot, ferry, "Which minister opened the new bridge at Porto Alto?");

        Assert.Equal(answer.Question, answer.Query);
        Assert.False(answer.Answered);
    }

    [Theory]
    [InlineData("how did Ghosn flee?", false)]
    [InlineData("What did the merger of Nordline cost shareholders?", false)]
    [InlineData("How many passengers?", true)]
    [InlineData("what did Nordline say?", true)]
    [InlineData("did Nordline repair the ferry?", true)]
    [InlineData("did Ghosn flee with that?", true)]
    public async Task A_question_that_has_several_telling_words_and_none_of_what_was_shown_leaves_the_subject(string question, bool stays)
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        Digest ferry = await FerryDigestAsync(bot);

        Talk talk = await bot.Get<TalkReader>().ReadAsync(new(bot.Operator, question, Topic: null, Since: null, ferry, Earlier: []), Cancel);

        Assert.Equal(stays ? "ferry" : null, talk.Context.Title);
    }

    [Fact]
    public async Task What_comes_nearest_to_a_question_about_something_else_is_about_that()
    {
        await using TestBot bot = await TestBot.StartAsync("sqlite", Cancel, Least(0.95));
        Digest ferry = await FerryDigestAsync(bot);
        await bot.ImportAsync(
            bot.Operator,
            "Coast Post",
            Cancel,
            Articles.Article("Army called up", "The army was called up against bushfires on Friday. It is the largest such step in its history."),
            Articles.Article("Lanterns banned", "Lanterns with a burning candle are banned in Riva. The police found two of them in the harbour."));

        Answer answer = await AskAsync(bot, ferry, "Where do the bushfires burn?");

        Assert.False(answer.Answered);
        Assert.Contains(answer.Nearest, quote => quote.Text == "The army was called up against bushfires on Friday.");
        Assert.DoesNotContain(answer.Nearest, quote => quote.Article.Title.Contains("Ferry", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_that_only_points_back_is_answered_about_the_digest()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        Digest ferry = await FerryDigestAsync(bot);

        Answer answer = await AskAsync(bot, ferry, "When was it aground?");

        Assert.True(answer.Answered);
        Assert.Equal("The ferry Aurora ran aground off Punta Brava at dawn on Friday.", answer.Quotes[0].Text);
    }

    [Fact]
    public async Task Less_confidence_suffices_in_what_is_on_screen()
    {
        const string Question = "How many passengers went home before the government came?";
        await using TestBot usual = await TestBot.StartAsync(cancellationToken: Cancel);
        Answer answer = await AskAsync(usual, await FerryDigestAsync(usual), Question);
        await using TestBot strict = await TestBot.StartAsync("sqlite", Cancel, Least(answer.Confidence * 1.3));
        await using TestBot stricter = await TestBot.StartAsync("sqlite", Cancel, Least(answer.Confidence * 1.4));

        Answer shown = await AskAsync(strict, await FerryDigestAsync(strict), Question);
        Answer refused = await AskAsync(stricter, await FerryDigestAsync(stricter), Question);

        Assert.NotEqual(Question, answer.Query);
        Assert.True(shown.Answered);
        Assert.False(refused.Answered);
        Assert.Equal(shown.Quotes[0].Text, refused.Nearest[0].Text);
    }

    [Fact]
    public async Task No_sentence_is_shown_that_shares_no_word_with_the_question_or_its_subject()
    {
        await using TestBot bot = await TestBot.StartAsync("sqlite", Cancel, Least(0.01));
        Digest ferry = await FerryDigestAsync(bot);
        string[] words =
        [
            "how", "many", "who", "why", "what about", "it", "they", "run", "passenger", "the cause", "Aurora", "Riva", "debate", "zebra", "nine", "Friday",
        ];

        await Gen.Select(Gen.Int[0, words.Length - 1].Array[1, 4], Gen.Bool).SampleAsync(
            async (chosen, inConversation) =>
            {
                Answer answer = await AskAsync(bot, inConversation ? ferry : null, string.Join(' ', chosen.Select(i => words[i])) + "?");
                HashSet<string> asked = [.. TextAnalyzer.QueryTerms($"{answer.Question} {answer.Query}").SelectMany(term => term.Forms)];
                Assert.All(answer.Quotes.Concat(answer.Nearest), quote => Assert.Contains(TextAnalyzer.Terms(quote.Text), asked.Contains));
            },
            iter: 150,
            threads: 1);
    }

    private static KeyValuePair<string, string?> Least(double confidence) =>
        new("Answers:MinConfidence", confidence.ToString(CultureInfo.InvariantCulture));

    private static Task<Answer> AskAsync(TestBot bot, Digest? context, string question) =>
        bot.Get<AnswerFinder>().AskAsync(new AskRequest(bot.Operator, question, null, null, context, []), Cancel);

    private static async Task<Digest> FerryDigestAsync(TestBot bot)
    {
        IncomingArticle ferry = Articles.Article(
            "Ferry Aurora aground off Punta Brava",
            """
            The ferry Aurora ran aground off Punta Brava at dawn on Friday. All 214 passengers were brought ashore by fishing
            boats before noon. The coast guard has opened an inquiry into the cause of the accident.
            """.ReplaceLineEndings(" "));
        IncomingArticle budget = Articles.Article(
            "Council passes budget", "The council of Riva passed its budget on Thursday after a debate of nine hours.");
        await bot.ImportAsync(bot.Operator, "Coast Post", Cancel, ferry, budget);
        return await bot.DigestAsync(bot.Operator, "ferry", Cancel);
    }
}
