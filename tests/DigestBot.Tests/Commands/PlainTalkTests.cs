using DigestBot.Answers;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Store;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Commands;

/// <summary>What people say without a command and without a question.</summary>
public sealed class PlainTalkTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("news about the ferry", "ferry")]
    [InlineData("anything on the ferry?", "ferry")]
    [InlineData("quoi de neuf en Islande ?", "Islande")]
    [InlineData("Iceland", "Iceland")]
    [InlineData("iceland news", "iceland")]
    public async Task The_news_on_a_topic_is_a_digest_which_the_conversation_is_then_about(string text, string topic)
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        Digest digest = Assert.IsType<Reply.OfDigest>(await room.SayAsync(text)).Digest;

        Assert.Equal(topic, digest.Topic);
        Assert.Equal(digest.Id, (await bot.Get<ConversationStore>().FindAsync(room.Space, ChatRoom.Channel, Cancel)).DigestId);
    }

    [Theory]
    [InlineData("Aurora")]
    [InlineData("what is new in the council budget?")]
    [InlineData("What is new in the budget of Riva?")]
    [InlineData("Iceland?")]
    public async Task A_word_that_is_no_topic_of_the_space_and_a_real_question_stay_questions(string text)
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        Assert.Equal(text, Answered(await room.SayAsync(text)).Question);
    }

    [Fact]
    public async Task What_the_space_has_defined_and_what_is_scheduled_in_the_channel_are_topics()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await bot.Get<TopicCatalog>().SaveAsync(room.Space, "Harbour", new("ferry Aurora", ""), Cancel);
        await room.ShownAsync("/schedule add budget at 08:00");

        Assert.Equal("Harbour", Assert.IsType<Reply.OfDigest>(await room.SayAsync("harbour")).Digest.Topic);
        Assert.Equal("budget", Assert.IsType<Reply.OfDigest>(await room.SayAsync("Budget")).Digest.Topic);
        Assert.IsType<Reply.OfAnswer>(await room.SendAsync(room.Message("Budget") with { Channel = "discord:13" }));
        Assert.IsType<Reply.OfAnswer>(await room.SayAsync("/ask Harbour"));
    }

    [Theory]
    [InlineData("What happened to the ferry Aurora?")]
    [InlineData("Where is the ferry Aurora?")]
    public async Task More_goes_on_with_the_answer_and_says_where_there_is_none(string question)
    {
        await using TestBot bot = await StartAsync(new KeyValuePair<string, string?>("Answers:MaxQuotes", "1"));
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/digest");
        Answer first = Answered(await room.SayAsync(question));
        var said = new HashSet<(string, int)>(first.Quotes.Select(quote => (quote.Article.Id, quote.Start)));

        Answer more = Answered(await room.SayAsync("more"));
        for (Reply reply = new Reply.OfAnswer(more); reply is Reply.OfAnswer next; reply = await room.SayAsync("more"))
        {
            Assert.NotEmpty(next.Answer.Quotes);
            Assert.All(next.Answer.Quotes, quote => Assert.True(said.Add((quote.Article.Id, quote.Start)), quote.Text));
        }

        Assert.Equal(first.Question, more.Question);
        Assert.StartsWith("No further sentence", Assert.IsType<Reply.Plain>(await room.SayAsync("more")).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_below_a_digest_is_more_of_that_digest_whatever_was_asked_since()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        Digest digest = Assert.IsType<Reply.OfDigest>(await room.SayAsync("/digest stories:1")).Digest;
        await room.SayAsync("What happened to the ferry Aurora?");

        Reply more = await room.SendAsync(room.Message("/more") with { DigestId = digest.Id });

        Assert.Equal(2, Assert.IsType<Reply.OfDigest>(more).Digest.Stories.Count);
    }

    [Fact]
    public async Task Who_said_that_after_a_story_shows_where_its_sentences_stand()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/digest ferry");
        var story = Assert.IsType<Reply.OfStory>(await room.SayAsync("/story 1"));

        Answer who = Answered(await room.SayAsync("Who said that?"));
        Answer french = Answered(await room.SayAsync("qui a dit ça ?"));

        Assert.Equal(story.Story.Story.Quotes, who.Quotes);
        Assert.Equal(who.Quotes, french.Quotes);
    }

    [Theory]
    [InlineData("Who wrote Hamlet?")]
    [InlineData("/digest ferry")]
    [InlineData("Thanks")]
    public async Task Who_said_that_after_a_refusal_or_where_no_one_sentence_was_shown_is_no_search(string before)
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync(before);

        Assert.StartsWith("I quoted nothing just now", Assert.IsType<Reply.Plain>(await room.SayAsync("Who said that?")).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_WHO_said_is_another_question_and_so_is_who_said_what()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        Assert.IsType<Reply.OfAnswer>(await room.SayAsync("What did the WHO say?"));
        Assert.IsType<Reply.OfAnswer>(await room.SayAsync("Who said that nobody was hurt?"));
    }

    [Fact]
    public async Task A_story_and_its_sources_leave_the_last_question_to_be_asked_again()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/digest ferry");
        await room.SayAsync("How many passengers had the Aurora?");
        await room.SayAsync("/story 1");
        await room.SayAsync("who said that?");

        Answer again = Answered(await room.SayAsync("since yesterday"));

        Assert.Equal("How many passengers had the Aurora?", again.Question);
        Assert.DoesNotContain("", ConversationStore.QuestionsOf(System.Text.Json.JsonSerializer.Serialize(
            (await bot.Get<ConversationStore>().FindAsync(room.Space, ChatRoom.Channel, Cancel)).Turns)));
    }

    [Fact]
    public async Task From_a_source_alone_narrows_as_only_from_does_and_from_somewhere_else_is_a_question()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("How many passengers had the Aurora?");

        Answer narrow = Answered(await room.SayAsync("from the Coast"));
        Answer elsewhere = Answered(await room.SayAsync("from the harbour"));

        Assert.Equal(("How many passengers had the Aurora?", "Coast Post"), (narrow.Question, Assert.Single(narrow.Searched.Sources!)));
        Assert.Equal(("from the harbour", null), (elsewhere.Question, elsewhere.Searched.Sources));
    }

    [Theory]
    [InlineData("from the Coast Post")]
    [InlineData("only from the coast")]
    public async Task A_digest_that_nothing_was_asked_of_is_narrowed_too_and_stays_so(string text)
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        Digest all = Assert.IsType<Reply.OfDigest>(await room.SayAsync("/digest")).Digest;

        Reply narrow = await room.SayAsync(text);
        Digest since = Assert.IsType<Reply.OfDigest>(await room.SayAsync("since yesterday")).Digest;
        Reply more = await room.SayAsync("more");
        Reply none = await room.SendAsync(room.Message("from the Island Herald") with { Channel = "discord:13", DigestId = (await bot.DigestAsync(room.Space, "council", Cancel)).Id });
        string unknown = await room.RefusedAsync("only from Reuters");

        Digest digest = Assert.IsType<Reply.OfDigest>(narrow).Digest;
        Assert.Equal((3, 2, 2), (all.Stories.Count, digest.Stories.Count, since.Stories.Count));
        Assert.All(digest.Stories.Concat(since.Stories).SelectMany(story => story.Quotes), quote => Assert.Equal("Coast Post", quote.Article.Source));
        Assert.All(digest.Stories, story => Assert.Equal(["Coast Post"], story.Publishers));
        Assert.Contains("Searched: articles from Coast Post", room.Print(narrow), StringComparison.Ordinal);
        Assert.IsType<Reply.Plain>(more);
        Assert.Equal("I have no articles from Island Herald for this.", Assert.IsType<Reply.Plain>(none).Sentence);
        Assert.Contains("Reuters", unknown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stories_are_chosen_by_their_number_in_the_digest_on_screen_which_the_list_becomes_where_there_is_none(bool isOnScreen)
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        if (isOnScreen)
        {
            await room.SayAsync("/digest");
        }

        Reply list = await room.SayAsync("/story");
        IReadOnlyList<StoryListing> listed = Assert.IsType<Reply.OfStories>(list).Stories;
        Reply second = await room.SayAsync("/story 2");
        Reply byId = await room.SayAsync($"/story {listed[0].Id}");
        Reply why = await room.SayAsync("/why 2");

        Assert.Equal([1, 2, 3], listed.Select(story => story.Number));
        Assert.Contains($"2 · {listed[1].Title}", room.Print(list), StringComparison.Ordinal);
        Assert.DoesNotContain(listed[0].Id, room.Print(list), StringComparison.Ordinal);
        Assert.Equal(listed[1].Id, Assert.IsType<Reply.OfStory>(second).Story.Story.Id);
        Assert.Equal(listed[0].Id, Assert.IsType<Reply.OfStory>(byId).Story.Story.Id);
        Assert.Contains(listed[1].Title, room.Print(why), StringComparison.Ordinal);
    }

    private static async Task<TestBot> StartAsync(params KeyValuePair<string, string?>[] settings)
    {
        TestBot bot = await FerryNews.StartAsync(Cancel, settings);
        await bot.ImportAsync(
            bot.Operator,
            "Island Herald",
            Cancel,
            Articles.Article(
                "Ferry Aurora freed off Punta Brava",
                "Tugs pulled the ferry Aurora off the rocks of Punta Brava on Friday evening. The ferry Aurora was towed to the harbour of Riva with a hole in "
                + "its side. Its captain told the harbour police of a fault in the rudder of the Aurora. The Aurora will stay in dock for a month."),
            Articles.Article("Iceland raises fares", "The ferries of Iceland raise their fares in spring, the ministry in Reykjavik said."));
        return bot;
    }

    private static Answer Answered(Reply reply) => Assert.IsType<Reply.OfAnswer>(reply).Answer;
}
