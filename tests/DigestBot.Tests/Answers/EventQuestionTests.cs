using DigestBot.Answers;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Store;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Answers;

/// <summary>Questions after whatever happened are answered by the stories about it, on every store.</summary>
public abstract class EventQuestionTests(string provider)
{
    private const string Aground = "The ferry Aurora ran aground off Punta Brava at dawn on Friday.";
    private const string Ashore = "All 214 passengers of the Aurora were brought ashore by fishing boats.";
    private const string Harbour = "Punta Brava gets a second harbour, the council decided after a debate of nine hours.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("What happened in Punta Brava?")]
    [InlineData("tell me about Punta Brava")]
    [InlineData("Punta Brava")]
    public async Task Each_story_about_it_has_its_say(string question)
    {
        await using TestBot bot = await StartAsync();

        Answer answer = await bot.AskAsync(bot.Operator, question, Cancel);

        Assert.True(answer.Answered);
        Assert.Equal([Harbour, Aground], answer.Quotes.Select(quote => quote.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_story_alone_is_told_by_several_sentences()
    {
        await using TestBot bot = await StartAsync();

        Answer answer = await bot.AskAsync(bot.Operator, "What happened to the Aurora?", Cancel);

        Assert.Equal(1, answer.Confidence);
        Assert.Equal([Aground, Ashore], answer.Quotes.Select(quote => quote.Text));
    }

    [Fact]
    public async Task What_is_only_mentioned_is_shown_as_less_sure()
    {
        await using TestBot bot = await StartAsync();

        Answer answer = await bot.AskAsync(bot.Operator, "What happened to the boats?", Cancel);

        Assert.Equal(Ashore, Assert.Single(answer.Quotes).Text);
        Assert.InRange(answer.Confidence, new AnswerOptions().MinConfidence, 0.99);
    }

    [Theory]
    [InlineData("What happened in Atlantis?")]
    [InlineData("What happened to the harbour of the ferry?")] // of two stories
    [InlineData("what happened to it?")]
    public async Task What_nobody_reports_is_refused(string question)
    {
        await using TestBot bot = await StartAsync();

        Answer answer = await bot.AskAsync(bot.Operator, question, Cancel);

        Assert.False(answer.Answered);
        Assert.Empty(answer.Quotes);
    }

    [Fact]
    public async Task A_time_that_is_named_is_kept_to()
    {
        await using TestBot bot = await StartAsync();

        Answer today = await bot.AskAsync(bot.Operator, "What happened in Punta Brava today?", Cancel);
        bot.Clock.Advance(TimeSpan.FromDays(3));
        Answer later = await bot.AskAsync(bot.Operator, "What happened in Punta Brava today?", Cancel);
        Answer week = await bot.AskAsync(bot.Operator, "What happened in Punta Brava this week?", Cancel);

        Assert.True(today.Answered && week.Answered);
        Assert.False(later.Answered);
        Assert.Equal(TimeSpan.FromDays(1), later.Searched.Window.To - later.Searched.Window.From);
    }

    [Fact]
    public async Task A_topic_of_the_space_means_what_it_has_defined()
    {
        await using TestBot bot = await StartAsync();
        await bot.Get<TopicCatalog>().SaveAsync(bot.Operator, "shipping", new("ferry Aurora", ""), Cancel);

        Answer answer = await bot.AskAsync(bot.Operator, "What's new in shipping?", Cancel);

        Assert.Contains(Aground, answer.Quotes.Select(quote => quote.Text));
    }

    [Fact]
    public async Task Where_one_source_is_to_answer_its_reports_alone_do()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        await room.SayAsync("What happened in Punta Brava?");
        Reply narrowed = await room.SayAsync("only from the Coast Post");

        Answer answer = Assert.IsType<Reply.OfAnswer>(narrowed).Answer;
        Assert.True(answer.Answered);
        Assert.Equal(["Coast Post"], answer.Quotes.Select(quote => quote.Article.Source).Distinct());
        Assert.Contains(Aground, answer.Quotes.Select(quote => quote.Text));
    }

    [Fact]
    public async Task Another_spaces_stories_tell_nothing_here()
    {
        await using TestBot bot = await StartAsync();
        Space other = await bot.SpaceAsync("discord:2", Cancel);
        await bot.ImportAsync(other, "Secret Wire", Cancel, Articles.Article("Fire in Lisbon", "A fire destroyed the old market of Lisbon on Sunday night."));

        Assert.False((await bot.AskAsync(bot.Operator, "What happened in Lisbon?", Cancel)).Answered);
        Assert.True((await bot.AskAsync(other, "What happened in Lisbon?", Cancel)).Answered);
    }

    private async Task<TestBot> StartAsync()
    {
        TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await bot.ImportAsync(
            bot.Operator, "Coast Post", Cancel,
            Articles.Article("Ferry Aurora aground off Punta Brava", $"{Aground} {Ashore}", TestBot.Begin.AddHours(-3), "https://coast.example/aurora"));
        await bot.ImportAsync(
            bot.Operator, "Island Wire", Cancel,
            Articles.Article("Punta Brava decides on second harbour", $"{Harbour} Dredging begins in spring.", TestBot.Begin.AddHours(-2), "https://island.example/harbour"));
        return bot;
    }
}

public sealed class SqliteEventQuestionTests() : EventQuestionTests("sqlite");

public sealed class PostgresEventQuestionTests() : EventQuestionTests("postgresql");
