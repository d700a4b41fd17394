using DigestBot.Answers;
using DigestBot.Commands;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Infrastructure;
using static DigestBot.Tests.Infrastructure.FootbridgeNews;

namespace DigestBot.Tests.Answers;

/// <summary>Questions that several articles answer: with other figures, or word for word, on every store.</summary>
public abstract class SeveralReportsTests(string provider)
{
    private const string Question = "How many people died when the footbridge in Torvik collapsed?";

    // Something else has to be stored: words that are in all articles tell nothing.
    private static readonly IncomingArticle Weather = Articles.Article(
        "Rain for the valleys", "Clouds from the west bring rain to the valleys. Farmers of the plains go on waiting.", TestBot.Begin.AddHours(-4));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_publishers_count_otherwise_stands_side_by_side()
    {
        await using TestBot bot = await StartAsync(("Coast Post", Police), ("Island Wire", Mayor));

        Answer answer = await AskAsync(bot, bot.Operator);
        Answer other = await AskAsync(bot, bot.Operator, "What did the engineers ask for?");
        Answer day = await AskAsync(bot, bot.Operator, "When did the footbridge in Torvik collapse?");

        Assert.True(answer.ReportsDiffer);
        Assert.Equal([Higher, Lower], answer.Quotes.Select(quote => quote.Text).Order(StringComparer.Ordinal));
        Assert.True(other.Answered && day.Answered);
        Assert.False(other.ReportsDiffer);
        Assert.False(day.ReportsDiffer);
    }

    [Fact]
    public async Task A_publisher_is_not_held_against_itself()
    {
        await using TestBot bot = await StartAsync(
            ("Coast Post", Police), ("Coast Post", Mayor with { Url = "https://coast.example/mayor" }));

        Answer answer = await AskAsync(bot, bot.Operator);

        Assert.True(answer.Answered);
        Assert.False(answer.ReportsDiffer);
    }

    [Fact]
    public async Task A_report_that_a_space_may_not_see_neither_contradicts_nor_repeats_anything_there()
    {
        await using TestBot bot = await StartAsync(("Coast Post", Police));
        Space other = await bot.SpaceAsync("discord:2", Cancel);
        await bot.ImportAsync(other, "Island Wire", Cancel, Mayor, Police with { Url = "https://island.example/copy" });

        Answer here = await AskAsync(bot, bot.Operator);
        Answer there = await AskAsync(bot, other);

        Assert.True(here.Answered);
        Assert.False(here.ReportsDiffer);
        Assert.Empty(here.Copies);
        Assert.True(there.ReportsDiffer);
    }

    [Fact]
    public async Task What_may_not_be_quoted_contradicts_nothing()
    {
        await using TestBot bot = await StartAsync(("Coast Post", Police), ("Island Wire", Mayor));
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/sources set \"Island Wire\" quote-words:8");
        await room.SayAsync("/sources set \"Coast Post\" quote-words:20");

        Answer answer = await AskAsync(bot, room.Space);

        Assert.Equal(Lower, Assert.Single(answer.Quotes).Text);
        Assert.False(answer.ReportsDiffer);
    }

    [Fact]
    public async Task Every_paper_that_has_the_sentence_is_linked_under_its_number()
    {
        await using TestBot bot = await StartAsync(
            ("Coast Post", Police),
            ("Reprint Daily", Police with { Url = "https://reprint.example/bridge", Published = TestBot.Begin.AddHours(-3) }));
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        Answer answer = await AskAsync(bot, bot.Operator);
        string said = room.Print(new Reply.OfAnswer(answer));

        Citation quote = Assert.Single(answer.Quotes);
        QuoteCopy copy = Assert.Single(answer.Copies);
        Assert.Equal(quote.Article.Id, copy.Of);
        Assert.Equal(["Coast Post", "Reprint Daily"], ((string[])[quote.Article.Source, copy.Article.Source]).Order(StringComparer.Ordinal));
        Assert.Contains("\n[1] Coast Post, ", said, StringComparison.Ordinal);
        Assert.Contains("\n[1] Reprint Daily, ", said, StringComparison.Ordinal);
    }

    private async Task<TestBot> StartAsync(params (string Source, IncomingArticle Article)[] news)
    {
        TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await bot.ImportAsync(bot.Operator, "Field Press", Cancel, Weather);
        foreach ((string source, IncomingArticle article) in news)
        {
            await bot.ImportAsync(bot.Operator, source, Cancel, article);
        }

        return bot;
    }

    private static Task<Answer> AskAsync(TestBot bot, Space space, string question = Question) =>
        bot.Get<AnswerFinder>().AskAsync(new AskRequest(space, question, null, null, null, []), Cancel);
}

public sealed class SqliteSeveralReportsTests() : SeveralReportsTests("sqlite");

public sealed class PostgresSeveralReportsTests() : SeveralReportsTests("postgresql");
