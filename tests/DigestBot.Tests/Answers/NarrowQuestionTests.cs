using DigestBot.Answers;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Store;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Answers;

/// <summary>Questions on a topic, in a language or from a source, on every store.</summary>
public abstract class NarrowQuestionTests(string provider)
{
    private const string Question = "How many passengers had the Aurora?";

    private static readonly string[] InGerman = ["in German sources", "and in German?", "dans la presse allemande", "بالألمانية"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_topic_of_a_question_is_what_the_space_means_by_it()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        Assert.False(Answered(await room.SayAsync($"/ask topic:harbour {Question}")).Answered);

        await bot.Get<TopicCatalog>().SaveAsync(room.Space, "Harbour", new("ferry Aurora, quay", "fishing boats"), Cancel);
        Answer excluded = Answered(await room.SayAsync($"/ask topic:harbour \"{Question}\""));
        await bot.Get<TopicCatalog>().SaveAsync(room.Space, "Harbour", new("ferry Aurora, quay", ""), Cancel);
        Answer meant = Answered(await room.SayAsync($"ask topic: harbour {Question}"));

        Assert.False(excluded.Answered);
        Assert.True(meant.Answered);
        Assert.Equal((Question, "harbour"), (meant.Question, meant.Searched.Topic));
        Assert.All(meant.Quotes, quote => Assert.Contains("Aurora", quote.Article.Title, StringComparison.Ordinal));
        Assert.Contains("Topic: harbour", room.Print(new Reply.OfAnswer(meant)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_stays_when_the_question_is_asked_again()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await bot.Get<TopicCatalog>().SaveAsync(room.Space, "Harbour", new("ferry Aurora", ""), Cancel);
        await room.SayAsync($"/ask topic:harbour {Question}");

        Answer week = Answered(await room.SayAsync("in the last week"));
        Answer day = Answered(await room.SayAsync("since yesterday"));
        Answer german = Answered(await room.SayAsync("in German sources"));

        Assert.Equal(("harbour", Question), (week.Searched.Topic, week.Question));
        Assert.Equal(("harbour", Question), (day.Searched.Topic, day.Question));
        Assert.Equal(("harbour", "de"), (german.Searched.Topic, german.Searched.Language));
        Assert.Equal(TimeSpan.FromDays(1), german.Searched.Window.To - german.Searched.Window.From);
    }

    [Fact]
    public async Task A_question_is_asked_again_in_one_language()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("Aurora Passagiere?");

        foreach (string text in InGerman)
        {
            Answer answer = Answered(await room.SayAsync(text));

            Assert.Equal(("Aurora Passagiere?", "de", 2), (answer.Question, answer.Searched.Language, answer.Searched.Articles));
            Assert.NotEmpty(answer.Quotes.Concat(answer.Nearest));
            Assert.All(answer.Quotes.Concat(answer.Nearest), quote => Assert.Equal("Küstenblatt", quote.Article.Source));
            Assert.Contains("Searched: articles in German", room.Print(new Reply.OfAnswer(answer)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_the_text_shows_counts_more_than_what_a_publisher_says()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        Answer english = Answered(await room.SayAsync("Where is the Aurora in English?"));

        Assert.Equal(("en", 1), (english.Searched.Language, english.Searched.Articles));
        Assert.All(english.Quotes.Concat(english.Nearest), quote => Assert.Equal("Coast Post", quote.Article.Source));
    }

    [Fact]
    public async Task Only_the_sources_that_were_named_answer()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        Answer post = Answered(await room.SayAsync($"{Question[..^1]}, only from the Coast Post?"));
        Answer loose = Answered(await room.SayAsync("only from coast"));
        Answer blatt = Answered(await room.SayAsync("and from Küstenblatt?"));

        Assert.Equal((Question, true), (post.Question, post.Answered));
        Assert.Equal(["Coast Post"], post.Searched.Sources);
        Assert.Equal((Question, 1), (loose.Question, loose.Searched.Articles));
        Assert.Equal(["Küstenblatt"], blatt.Searched.Sources);
        Assert.All(blatt.Quotes.Concat(blatt.Nearest), quote => Assert.Equal("Küstenblatt", quote.Article.Source));
    }

    [Fact]
    public async Task Where_there_are_no_such_articles_one_sentence_says_so()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync(Question);

        Reply korean = await room.SayAsync("in Korean sources");
        string unknown = await room.RefusedAsync("only from Reuters");
        Answer rome = Answered(await room.SayAsync("Who can vote only in Rome?"));

        Assert.Equal("I have no articles in Korean for this.", room.Print(korean).Trim());
        Assert.Contains("Reuters", unknown, StringComparison.Ordinal);
        Assert.Equal("Who can vote only in Rome?", rome.Question);
    }

    [Fact]
    public async Task Where_no_article_is_of_the_time_one_sentence_says_so_and_a_greeting_is_told_what_to_ask()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        bot.Clock.Advance(TimeSpan.FromDays(3));
        await room.SayAsync(Question);

        string late = room.Print(await room.SayAsync("since yesterday")).Trim();
        string hello = room.Print(await room.SayAsync("hello")).Trim();

        Assert.StartsWith("I have no articles from ", late, StringComparison.Ordinal);
        Assert.DoesNotContain("Searched", late, StringComparison.Ordinal);
        Assert.Equal("Ask about the news in your own words, or say /digest and a topic; /help shows the rest.", hello);
    }

    [Fact]
    public async Task A_source_that_nobody_knows_is_said_to_be_unknown_with_those_that_may_be_named_and_all_are_searched()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        Space other = await bot.SpaceAsync("discord:2", Cancel);
        await ImportAsync(bot, other, "Reuters", "The ferry Aurora", "The ferry Aurora had 300 passengers.", "en");

        Reply reply = await room.SayAsync("How many passengers of the Aurora were brought ashore, only from Reuters?");
        string alone = await room.RefusedAsync("only from Reuters");
        Reply rome = await room.SayAsync("Who can vote only in Rome?");

        Assert.StartsWith(
            "I see no source called Reuters here, so I searched all of them. You can name Coast Post, Küstenblatt.", room.Print(reply).Trim(), StringComparison.Ordinal);
        Assert.Null(Answered(reply).Searched.Sources);
        Assert.Equal("I see no source called Reuters here. You can name Coast Post, Küstenblatt.", alone);
        Assert.DoesNotContain("no source", room.Print(rome), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_space_may_not_see_changes_no_count_and_no_name()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        string before = await TalkAsync(room);
        Space other = await bot.SpaceAsync("discord:2", Cancel);

        await ImportAsync(bot, other, "Secret Reuters", "Geheime Nachrichten der Fähre", "Die Fähre Aurora hatte nach einer geheimen Meldung der Werft nur hundert Passagiere an Bord.", "de");
        string after = await TalkAsync(room);

        Assert.Equal(before, after);
    }

    private static async Task<string> TalkAsync(ChatRoom room)
    {
        var said = new List<string>();
        foreach (string text in (string[])[Question, "in German sources", "only from Secret Reuters", "and from Secret Reuters?", "only from reuters"])
        {
            said.Add(room.Print(await room.SayAsync(text)));
        }

        return string.Join('\n', said);
    }

    private async Task<TestBot> StartAsync()
    {
        TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await ImportAsync(
            bot, bot.Operator, "Coast Post", "Ferry Aurora aground off Punta Brava",
            "The ferry Aurora ran aground off Punta Brava at dawn on Friday. All 214 passengers of the Aurora were brought ashore by fishing boats.", "en-GB");
        await ImportAsync(
            bot, bot.Operator, "Küstenblatt", "Fähre Aurora vor Punta Brava auf Grund gelaufen",
            "Die Fähre Aurora ist am Freitag vor Punta Brava auf Grund gelaufen. Alle 214 Passagiere der Aurora wurden von Fischern an Land gebracht.", "en");
        await ImportAsync(
            bot, bot.Operator, "Küstenblatt", "Der Rat beschließt den Haushalt",
            "Der Rat der Stadt hat am Donnerstag nach einer langen Debatte den Haushalt für das nächste Jahr beschlossen.", null);
        return bot;
    }

    private static Task<IngestReport> ImportAsync(TestBot bot, Space space, string source, string title, string text, string? language) =>
        bot.ImportAsync(space, source, Cancel, Articles.Article(title, text) with { Language = language });

    private static Answer Answered(Reply reply) => Assert.IsType<Reply.OfAnswer>(reply).Answer;
}

public sealed class SqliteNarrowQuestionTests() : NarrowQuestionTests("sqlite");

public sealed class PostgresNarrowQuestionTests() : NarrowQuestionTests("postgresql");
