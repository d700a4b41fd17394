using DigestBot.Answers;
using DigestBot.Commands;
using DigestBot.Store;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Commands;

/// <summary>Questions that follow one another: what each of them is about.</summary>
public sealed class ConversationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_about_something_else_is_answered_although_a_digest_is_on_screen()
    {
        await using TestBot bot = await FerryNews.StartAsync(Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/digest budget");

        Answer ferry = Answered(await room.SayAsync("How many passengers had the Aurora?"));

        Assert.True(ferry.Answered);
        Assert.StartsWith("All 214 passengers", ferry.Quotes[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("budget", ferry.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_follows_it_is_about_that_and_no_longer_about_the_digest()
    {
        await using TestBot bot = await FerryNews.StartAsync(Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/digest budget");
        await room.SayAsync("How many passengers had the Aurora?");

        Answer where = Answered(await room.SayAsync("Where is it aground?"));

        Assert.Contains("Aurora", where.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("budget", where.Query, StringComparison.Ordinal);
        Assert.Contains("Punta Brava", where.Quotes[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_nothing_answers_leaves_the_subject_as_it_was()
    {
        await using TestBot bot = await FerryNews.StartAsync(Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/digest ferry");
        Answer unknown = Answered(await room.SayAsync("Who wrote Hamlet?"));

        Answer passengers = Answered(await room.SayAsync("And how many passengers?"));

        Assert.False(unknown.Answered);
        Assert.Contains("ferry", passengers.Query, StringComparison.Ordinal);
        Assert.True(passengers.Answered);
    }

    [Fact]
    public async Task A_question_that_is_nearly_answered_begins_a_subject()
    {
        await using TestBot bot = await FerryNews.StartAsync(Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/digest budget");
        Answer near = Answered(await room.SayAsync("Which captain steered the ferry Aurora?"));

        Answer passengers = Answered(await room.SayAsync("And how many passengers?"));

        Assert.False(near.Answered);
        Assert.Contains("Aurora", passengers.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("budget", passengers.Query, StringComparison.Ordinal);
        Assert.True(passengers.Answered);
    }

    [Fact]
    public async Task Who_said_that_shows_the_sentence_that_tells()
    {
        await using TestBot bot = await FerryNews.StartAsync(Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/digest ferry");
        await room.SayAsync("How many passengers?");

        Answer who = Answered(await room.SayAsync("Who said that?"));

        Assert.Equal("Nobody was hurt, the coast guard said.", Assert.Single(who.Quotes).Text);
    }

    [Fact]
    public async Task Since_yesterday_asks_the_last_question_again()
    {
        await using TestBot bot = await FerryNews.StartAsync(Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        Reply before = await room.SayAsync("since yesterday");
        Answer ever = Answered(await room.SayAsync("How many passengers had the Aurora?"));

        Answer since = Answered(await room.SayAsync("since yesterday"));

        Assert.IsType<Reply.Refusal>(before);
        Assert.Equal(ever.Question, since.Question);
        Assert.Equal(TimeSpan.FromDays(1), since.Searched.Window.To - since.Searched.Window.From);
    }

    [Fact]
    public async Task The_second_one_is_the_second_story_on_screen()
    {
        await using TestBot bot = await FerryNews.StartAsync(Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        var digest = Assert.IsType<Reply.OfDigest>(await room.SayAsync("/digest"));

        Reply second = await room.SayAsync("the second one");

        Assert.Equal(digest.Digest.Stories[1].Id, Assert.IsType<Reply.OfStory>(second).Story.Story.Id);
    }

    [Fact]
    public async Task Politeness_is_answered_and_is_no_turn()
    {
        await using TestBot bot = await FerryNews.StartAsync(Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        Reply reply = await room.SayAsync("Thanks!");

        Assert.IsType<Reply.Plain>(reply);
        Assert.Empty((await bot.Get<ConversationStore>().FindAsync(room.Space, ChatRoom.Channel, Cancel)).Turns);
    }

    [Fact]
    public async Task An_answer_is_kept_by_its_place_and_not_by_its_text()
    {
        await using TestBot bot = await FerryNews.StartAsync(Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        Answer answer = Answered(await room.SayAsync("How many passengers had the Aurora?"));

        Conversation kept = await bot.Get<ConversationStore>().FindAsync(room.Space, ChatRoom.Channel, Cancel);

        ConversationTurn turn = Assert.Single(kept.Turns);
        Assert.True(turn.Begins);
        Assert.Equal((answer.Quotes[0].Start, answer.Quotes[0].Length), (turn.Quotes[0].Start, turn.Quotes[0].Length));
        Assert.DoesNotContain("fishing boats", System.Text.Json.JsonSerializer.Serialize(kept), StringComparison.Ordinal);
    }

    private static Answer Answered(Reply reply) => Assert.IsType<Reply.OfAnswer>(reply).Answer;
}
