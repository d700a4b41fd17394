using DigestBot.Answers;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Store;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Infrastructure;
using static DigestBot.Tests.Infrastructure.Articles;

namespace DigestBot.Tests.Digests;

/// <summary>Digests of a country that its headlines call otherwise, on every store.</summary>
public abstract class CountryTopicTests(string provider)
{
    private const string Plain = "Iraq signs a contract for trains";
    private const string People = "Iraqi schools open a week late";
    private const string Capital = "Bridge in Baghdad is closed";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bare_word_finds_the_people_and_the_capital_and_says_so()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        Reply reply = await room.SayAsync("/digest iraq");
        Digest exact = Shown(await room.SayAsync("/digest iraq exact:yes"));

        Assert.Equal([Capital, Plain, People], Titles(Shown(reply)).Order(StringComparer.Ordinal));
        Assert.Contains("Also found by: Iraqi, Baghdad (not with exact:yes)", room.Print(reply), StringComparison.Ordinal);
        Assert.Equal([Plain], Titles(exact));
        Assert.Null(exact.Also);
    }

    [Fact]
    public async Task Only_names_that_found_something_are_told()
    {
        await using TestBot bot = await StartAsync();

        Assert.Null((await bot.DigestAsync(bot.Operator, "harvest", Cancel)).Also);
        Assert.Equal(["Norwegian"], (await bot.DigestAsync(bot.Operator, "norway", Cancel)).Also);
    }

    [Fact]
    public async Task A_topic_of_the_space_means_what_it_says()
    {
        await using TestBot bot = await StartAsync();
        await bot.Get<TopicCatalog>().SaveAsync(bot.Operator, "iraq", new("iraq", ""), Cancel);

        Digest digest = await bot.DigestAsync(bot.Operator, "iraq", Cancel);

        Assert.Equal([Plain], Titles(digest));
        Assert.Null(digest.Also);
    }

    [Fact]
    public async Task No_name_is_told_of_articles_that_the_space_may_not_see()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        Space own = await bot.SpaceAsync("discord:1", Cancel);
        await ImportAsync(bot, await bot.SpaceAsync("discord:2", Cancel));
        await bot.ImportAsync(own, "Own Paper", Cancel, Article(Plain, "Iraq buys forty trains.", bot.Clock.GetUtcNow().AddHours(-2)));

        Digest digest = await bot.DigestAsync(own, "iraq", Cancel);

        Assert.Equal([Plain], Titles(digest));
        Assert.Null(digest.Also);
    }

    [Fact]
    public async Task More_and_why_know_by_which_names_the_digest_was_found()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        Digest first = Shown(await room.SayAsync("/digest iraq stories:1"));
        Digest more = Shown(await room.SayAsync("/more"));

        StoryExplanation why = (await bot.Get<StoryExplainer>().ExplainAsync(room.Space, more, 1, null, Cancel))!;

        Assert.Equal(["Iraqi", "Baghdad"], first.Also);
        Assert.Equal(first.Also, more.Also);
        Assert.NotNull(why.Standing);
    }

    [Fact]
    public async Task What_was_exact_stays_exact_in_what_follows()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/digest iraq stories:1 exact:yes");

        Reply more = await room.SayAsync("/more");

        Assert.DoesNotContain(Capital, room.Print(more), StringComparison.Ordinal);
        Assert.DoesNotContain(People, room.Print(more), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedules_stories_and_questions_within_a_topic_find_the_same()
    {
        await using TestBot bot = await StartAsync();
        DateTimeOffset now = bot.Clock.GetUtcNow();

        Draft draft = await bot.Get<DigestComposer>().DraftAsync(
            new(bot.Operator, "iraq", null, new(now.AddDays(-1), now), now.AddDays(-1), 10), Cancel);
        IReadOnlyList<StoryListing> stories = await bot.Get<StoryCatalog>().ListAsync(bot.Operator, "iraq", TimeSpan.FromDays(1), 10, Cancel);
        Answer answer = await bot.Get<AnswerFinder>().AskAsync(
            new AskRequest(bot.Operator, "Why is the bridge closed?", "iraq", null, null, []), Cancel);

        Assert.Equal([Capital, Plain, People], Titles(draft.Digest).Order(StringComparer.Ordinal));
        Assert.Equal([Capital, Plain, People], stories.Select(story => story.Title).Order(StringComparer.Ordinal));
        Assert.Contains(answer.Quotes, quote => quote.Text.Contains("cracks", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_test_of_the_topic_tells_every_name_and_what_it_found()
    {
        await using TestBot bot = await StartAsync();

        TopicTest test = await bot.Get<TopicCatalog>().TestAsync(bot.Operator, "iraq", Cancel);

        Assert.Equal(["Iraqi", "Baghdad"], test.Names.Take(2));
        Assert.Equal(3, test.Matched);
        Assert.Contains(test.Newest, match => match.Article.Title == Capital && match.By.SequenceEqual(["Baghdad"]));
    }

    private async Task<TestBot> StartAsync()
    {
        TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await ImportAsync(bot, bot.Operator);
        return bot;
    }

    private static Task<IngestReport> ImportAsync(TestBot bot, Space space)
    {
        DateTimeOffset now = bot.Clock.GetUtcNow();
        return bot.ImportAsync(
            space,
            "Town Post",
            Cancel,
            [
                Article(Plain, "Iraq buys forty trains. They are built in a factory by the sea.", now.AddHours(-2)),
                Article(People, "Pupils stay at home for seven days, since the books were printed late.", now.AddHours(-3)),
                Article(Capital, "The bridge was closed because engineers found cracks in two of its piers.", now.AddHours(-4)),
                Article("Norwegian ferry runs aground", "Nobody was hurt when the ferry met a sandbank in fog.", now.AddHours(-5)),
                Article("A poem about rivers", "The poet was once seen in Baghdad, and wrote of mountains ever since.", now.AddHours(-6)),
                Article("Harvest begins early", "Farmers bring in wheat two weeks before the usual time.", now.AddHours(-7)),
            ]);
    }

    private static IEnumerable<string> Titles(Digest digest) => digest.Stories.Select(story => story.Title);

    private static Digest Shown(Reply reply) => Assert.IsType<Reply.OfDigest>(reply).Digest;
}

public sealed class SqliteCountryTopicTests() : CountryTopicTests("sqlite");

public sealed class PostgresCountryTopicTests() : CountryTopicTests("postgresql");
