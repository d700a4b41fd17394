using DigestBot.Cli;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Store;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Infrastructure;
using static DigestBot.Tests.Infrastructure.Articles;

namespace DigestBot.Tests.Digests;

/// <summary>Names that stand for a word in the articles that a space sees, on every store.</summary>
public abstract class TopicWideningTests(string provider)
{
    private const string Added = "Marstrand quay opens to the public";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_that_is_not_exact_is_also_found_by_names_and_says_so()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        Digest usual = Shown(await room.SayAsync("/digest norlandia 30d 25"));
        Reply reply = await room.SayAsync("/digest norlandia 30d 25 exact:no");
        Digest widened = Shown(reply);
        Digest exact = Shown(await room.SayAsync("/digest norlandia 30d 25 exact:yes"));

        Assert.Null(usual.Also);
        Assert.Equal(["Norlandian", "Marstrand"], widened.Also);
        Assert.Contains("Also found by: Norlandian, Marstrand (not with exact:yes)", room.Print(reply), StringComparison.Ordinal);
        Assert.DoesNotContain(usual.Stories, story => story.Title == Added);
        Assert.Contains(widened.Stories, story => story.Title == Added);
        Assert.Equal(usual.Stories.Select(story => story.Id), exact.Stories.Select(story => story.Id));
    }

    [Fact]
    public async Task What_only_a_name_found_stands_behind_what_has_the_word()
    {
        await using TestBot bot = await StartAsync();

        Digest digest = await ComposeAsync(bot, bot.Operator, "norlandia");

        string[] titles = [.. digest.Stories.Select(story => story.Title)];
        Assert.Equal(Added, titles[^1]);
        Assert.DoesNotContain("A poem about rivers", titles);
    }

    [Fact]
    public async Task A_digest_up_to_an_instant_knows_nothing_that_came_later()
    {
        await using TestBot bot = await StartAsync();
        DateTimeOffset early = bot.Clock.GetUtcNow().AddDays(-8);

        Digest before = await ComposeAsync(bot, bot.Operator, "norlandia", early);
        Digest then = await ComposeAsync(bot, bot.Operator, "norlandia", bot.Clock.GetUtcNow());
        Digest again = await ComposeAsync(bot, bot.Operator, "norlandia", bot.Clock.GetUtcNow());

        Assert.Null(before.Also);
        Assert.NotNull(then.Also);
        Assert.Equal(then.Id, again.Id);
    }

    [Fact]
    public async Task Names_come_from_what_the_space_sees_and_from_nothing_else()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        Space own = await bot.SpaceAsync("discord:1", Cancel);
        Space other = await bot.SpaceAsync("discord:2", Cancel);
        await ImportAsync(bot, own);

        Assert.NotNull((await ComposeAsync(bot, own, "norlandia")).Also);
        Assert.Null((await ComposeAsync(bot, other, "norlandia")).Also);
    }

    [Fact]
    public async Task A_word_of_few_articles_or_one_that_the_space_has_defined_stays_as_it_is()
    {
        await using TestBot bot = await StartAsync();
        await bot.Get<TopicCatalog>().SaveAsync(bot.Operator, "norlandia", new("norlandia, ferry", ""), Cancel);

        Assert.Null((await ComposeAsync(bot, bot.Operator, "norlandia")).Also);
        Assert.Null((await ComposeAsync(bot, bot.Operator, "harvest")).Also);
        Assert.Null((await ComposeAsync(bot, bot.Operator, "norlandia parliament")).Also);
        Assert.Null((await ComposeAsync(bot, bot.Operator, null)).Also);
    }

    [Fact]
    public async Task More_and_why_go_by_the_names_that_the_digest_was_found_by()
    {
        await using TestBot bot = await StartAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync("/digest norlandia 30d 1 exact:no");

        Digest more = Shown(await room.SayAsync("/more"));
        while (more.Stories.All(story => story.Title != Added))
        {
            more = Shown(await room.SayAsync("/more"));
        }

        StoryExplanation why = (await bot.Get<StoryExplainer>().ExplainAsync(room.Space, more, more.Stories.Count, null, Cancel))!;

        Assert.Equal(["Norlandian", "Marstrand"], more.Also);
        Assert.True(why.Standing!.Ranked.IsWider);
    }

    [Fact]
    public async Task A_test_of_a_word_tells_the_names()
    {
        await using TestBot bot = await StartAsync();

        TopicTest test = await bot.Get<TopicCatalog>().TestAsync(bot.Operator, "norlandia", Cancel);

        Assert.Equal(["Norlandian", "Marstrand"], test.Also);
        Assert.Equal(test.Also, TopicTestView.From(test).Also);
    }

    [Fact]
    public async Task It_can_be_the_rule_and_then_holds_for_what_schedules_post()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel, new KeyValuePair<string, string?>("Digests:Widen", "true"));
        await ImportAsync(bot, bot.Operator);
        DateTimeOffset now = bot.Clock.GetUtcNow();

        Digest usual = await bot.DigestAsync(bot.Operator, "norlandia", Cancel, TimeSpan.FromDays(30));
        Draft draft = await bot.Get<DigestComposer>().DraftAsync(
            new(bot.Operator, "norlandia", null, new(now.AddDays(-30), now), now.AddDays(-30), 25), Cancel);

        Assert.Equal(["Norlandian", "Marstrand"], usual.Also);
        Assert.Equal(usual.Also, draft.Digest.Also);
    }

    private async Task<TestBot> StartAsync()
    {
        TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await ImportAsync(bot, bot.Operator);
        return bot;
    }

    // Marstrand is the capital of Norlandia: nearly all reports from there say so, and one does not.
    private static Task<IngestReport> ImportAsync(TestBot bot, Space space)
    {
        DateTimeOffset now = bot.Clock.GetUtcNow();
        string[] subjects = ["bridge", "school", "tram", "museum", "harbour", "library", "bakery", "theatre", "stadium", "orchard",
            "ferry", "park", "prison", "brewery", "chapel", "cinema", "market", "clinic"];
        string[] others = ["wheat", "barley", "cattle", "timber", "salmon", "cheese", "honey", "cotton", "copper", "gravel", "marble", "linen"];
        string[] events = ["Price", "Export", "Quality", "Transport", "Taxation"];
        return bot.ImportAsync(
            space,
            "Town Post",
            Cancel,
            [
                .. subjects.Select((subject, i) => Article(
                    $"Marstrand decides on its {subject}",
                    $"The council in Marstrand decided on the {subject} of the city. The Norlandian {subject} act of Norlandia, which Norlandian courts and "
                    + $"the Norlandian press have read, allows a {subject} in Marstrand.",
                    now.AddDays(-1 - (i % 5)).AddHours(-i))),
                .. others.SelectMany((goods, i) => events.Select((happening, j) => Article(
                    $"{happening} of {goods} is discussed",
                    $"Farmers and traders discussed the {happening.ToLowerInvariant()} of {goods} after a harvest.",
                    now.AddDays(-1 - j - (j > 2 ? 8 : 0)).AddHours(-i)))),
                Article("A poem about rivers", "The poet of rivers was once seen in Marstrand, and wrote of mountains ever since.", now.AddHours(-3)),
                Article(Added, "The new quay was opened on Sunday with music and a small fair for children.", now.AddHours(-2)),
            ]);
    }

    private static Task<Digest> ComposeAsync(TestBot bot, Space space, string? topic, DateTimeOffset? asOf = null) =>
        bot.Get<DigestComposer>().ComposeAsync(
            new DigestRequest(space, topic, TimeSpan.FromDays(30), asOf, 25, null) { Exact = false }, Cancel);

    private static Digest Shown(Reply reply) => Assert.IsType<Reply.OfDigest>(reply).Digest;
}

public sealed class SqliteTopicWideningTests() : TopicWideningTests("sqlite");

public sealed class PostgresTopicWideningTests() : TopicWideningTests("postgresql");
