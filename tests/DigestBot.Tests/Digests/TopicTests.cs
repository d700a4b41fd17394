using DigestBot.Digests;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using static DigestBot.Tests.Infrastructure.Articles;

namespace DigestBot.Tests.Digests;

/// <summary>Topics that a space defines, on every store.</summary>
public abstract class TopicTests(string provider)
{
    private static readonly TopicWords Harbour = new("ferry, pilot boat", "ferry tale");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_on_a_defined_topic_finds_what_its_name_does_not_say()
    {
        await using TestBot bot = await StartAsync();
        Assert.Empty(await TitlesAsync(bot, "harbour"));

        await SaveAsync(bot, bot.Operator, "Harbour", Harbour);

        Assert.Equal(["Ferry runs aground", "Pilot boat gets a new crew"], (await TitlesAsync(bot, " HARBOUR ")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_test_shows_what_was_found_and_left_out_and_because_of_what()
    {
        await using TestBot bot = await StartAsync();
        await SaveAsync(bot, bot.Operator, "harbour", Harbour);

        TopicTest test = await bot.Get<TopicCatalog>().TestAsync(bot.Operator, "harbour", Cancel);

        Assert.Equal((true, 2, 1), (test.IsDefined, test.Matched, test.LeftOut));
        Assert.Equal(
            [("Ferry runs aground", "ferry"), ("Pilot boat gets a new crew", "pilot boat")],
            test.Newest.Select(match => (match.Article.Title, Assert.Single(match.By))));
        Assert.Equal(("A ferry tale for children", "ferry tale"), (test.NewestLeftOut[0].Article.Title, Assert.Single(test.NewestLeftOut[0].By)));
    }

    [Fact]
    public async Task A_test_without_news_in_the_last_week_looks_at_the_last_week_with_news()
    {
        await using TestBot bot = await StartAsync();
        bot.Clock.Advance(TimeSpan.FromDays(90));

        TopicTest test = await bot.Get<TopicCatalog>().TestAsync(bot.Operator, "ferry", Cancel);

        Assert.Equal((false, 2), (test.IsDefined, test.Matched));
        Assert.True(test.Window.To < bot.Clock.GetUtcNow().AddDays(-89));
    }

    [Fact]
    public async Task What_one_space_defines_changes_nothing_for_another()
    {
        await using TestBot bot = await StartAsync();
        Space space = await bot.SpaceAsync("discord:1", Cancel);
        await SaveAsync(bot, space, "harbour", Harbour);

        Assert.Empty(await TitlesAsync(bot, "harbour"));
        Assert.Empty(await bot.Get<TopicCatalog>().ListAsync(bot.Operator, Cancel));
        Assert.Null(await bot.Get<TopicCatalog>().RemoveAsync(bot.Operator, "harbour", Cancel));
        Assert.Equal("harbour", Assert.Single(await bot.Get<TopicCatalog>().ListAsync(space, Cancel)).Name);
    }

    [Fact]
    public async Task A_topic_is_replaced_by_a_new_definition_and_a_space_has_so_many()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel, new KeyValuePair<string, string?>("Limits:TopicsPerSpace", "1"));
        Space space = await bot.SpaceAsync("discord:1", Cancel);
        TopicCatalog topics = bot.Get<TopicCatalog>();
        await SaveAsync(bot, space, "harbour", Harbour);

        await SaveAsync(bot, space, "HARBOUR", new("quay", ""));

        Assert.Equal(new TopicChange.TooMany(1), await topics.SaveAsync(space, "roads", new("road", ""), Cancel));
        Assert.Equal(new Topic("HARBOUR", new("quay", "")), Assert.Single(await topics.ListAsync(space, Cancel)));
        Assert.Equal(new TopicChange.NoWords(), await topics.SaveAsync(space, "harbour", new("the, of", ""), Cancel));
        Assert.Equal(
            new TopicChange.TooLong(TopicCatalog.MostEntries),
            await topics.SaveAsync(space, "harbour", new(string.Join(',', Enumerable.Range(0, 21)), ""), Cancel));
    }

    [Fact]
    public async Task Topics_go_when_their_space_is_erased()
    {
        await using TestBot bot = await StartAsync();
        Space space = await bot.SpaceAsync("discord:1", Cancel);
        await SaveAsync(bot, space, "harbour", Harbour);

        Assert.True(await bot.Get<SpaceEraser>().RunAsync(new SpaceErasure(space, bot.Clock.GetUtcNow()), Cancel));

        Assert.Empty(await bot.Get<TopicCatalog>().ListAsync(space, Cancel));
    }

    [Fact]
    public async Task Spaces_that_mean_different_things_by_a_name_are_told_apart_in_one_query()
    {
        await using TestBot bot = await StartAsync();
        Space first = await bot.SpaceAsync("discord:1", Cancel);
        Space second = await bot.SpaceAsync("discord:2", Cancel);
        await SaveAsync(bot, first, "Harbour", Harbour);
        await SaveAsync(bot, second, "harbour", new("quay", ""));
        await SaveAsync(bot, second, "roads", new("road", ""));

        IReadOnlyDictionary<(long SpaceId, string Key), TopicWords> words = await bot.Get<TopicStore>().OfSpacesAsync(
            [first.Id, second.Id, bot.Operator.Id], ["HARBOUR"], Cancel);

        Assert.Equal(2, words.Count);
        Assert.Equal((Harbour, new TopicWords("quay", "")), (words[(first.Id, "harbour")], words[(second.Id, "harbour")]));
    }

    private async Task<TestBot> StartAsync()
    {
        TestBot bot = await TestBot.StartAsync(provider, Cancel);
        DateTimeOffset now = bot.Clock.GetUtcNow();
        await bot.ImportAsync(
            bot.Operator,
            "Town Post",
            Cancel,
            Article("Ferry runs aground", "The ferry to Hven ran aground at dawn. Nobody was hurt.", now.AddHours(-1)),
            Article("Pilot boat gets a new crew", "The pilot boat of Marstrand has a new crew of four women.", now.AddHours(-2)),
            Article("A ferry tale for children", "A ferry tale is read to children in the library.", now.AddHours(-3)),
            Article("Regatta of paper", "The pilot of a balloon saw children race a boat of paper.", now.AddDays(-3)));
        return bot;
    }

    private static async Task SaveAsync(TestBot bot, Space space, string name, TopicWords words) =>
        Assert.IsType<TopicChange.Saved>(await bot.Get<TopicCatalog>().SaveAsync(space, name, words, Cancel));

    private static async Task<IEnumerable<string>> TitlesAsync(TestBot bot, string topic)
    {
        Digest digest = await bot.Get<DigestComposer>().ComposeAsync(
            new DigestRequest(bot.Operator, topic, TimeSpan.FromDays(1), null, null, null), Cancel);
        return digest.Stories.Select(story => story.Title);
    }
}

public sealed class SqliteTopicTests() : TopicTests("sqlite");

public sealed class PostgresTopicTests() : TopicTests("postgresql");
