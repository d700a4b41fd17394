using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Ingest;

/// <summary>One article is stored once, whatever its feed calls it; and two articles are two, whatever they share.</summary>
public abstract class SameArticleTests(string provider)
{
    private const string Dam = "The dam above Ostia broke at dawn on Sunday, officials said. Rescuers searched the flooded valley for survivors.";
    private const string Vote = "Ibarra won the presidential election with 52 percent of the vote, the commission said on Sunday evening.";
    private const string Ferry = "A ferry with forty people on board ran aground off the northern cape, and all of them were brought ashore.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_that_makes_new_ids_with_every_poll_stores_each_article_once_and_its_edits_as_versions()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        Source feed = await FeedAsync(bot);

        IngestReport first = await PollAsync(bot, feed, Item("1-a", "dam", Dam), Item("1-b", "vote", Vote), Item("1-c", "ferry", Ferry));
        IngestReport same = await PollAsync(bot, feed, Item("2-a", "dam", Dam), Item("2-b", "vote", Vote), Item("2-c", "ferry", Ferry));
        IngestReport edited = await PollAsync(
            bot, feed, Item("3-a", "dam", "All is quite different now: nobody had been in the valley."), Item("3-b", "vote", Vote), Item("3-c", "ferry", Ferry), Item("3-d", "new", "The fourth report is about a market hall that is to be built in the old harbour."));

        Assert.Equal((3, 0, 0), (first.New, first.Updated, first.Duplicates));
        Assert.Equal((0, 0, 3), (same.New, same.Updated, same.Duplicates));
        Assert.Equal((1, 1, 2), (edited.New, edited.Updated, edited.Duplicates));
        await IsSoundAsync(bot);
    }

    [Fact]
    public async Task A_new_id_with_a_known_address_is_an_edit_where_the_text_agrees()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        Source feed = await FeedAsync(bot);
        await PollAsync(bot, feed, Item("dam#0", "dam", Dam), Item("b", "vote", Vote));

        IngestReport bumped = await PollAsync(bot, feed, Item("dam#1", "dam", $"{Dam} Two were found."), Item("b", "vote", Vote));
        IngestReport again = await PollAsync(bot, feed, Item("dam#1", "dam", $"{Dam} Two were found."), Item("b", "vote", Vote));

        Assert.Equal((0, 1, 1), (bumped.New, bumped.Updated, bumped.Duplicates));
        Assert.Equal((0, 0, 2), (again.New, again.Updated, again.Duplicates));
    }

    [Theory]
    [InlineData("http://www.news.example/2026/dam/?utm_source=rss&fbclid=x#top")]
    [InlineData("https://www.google.com/url?rct=j&url=https://news.example/2026/dam%3Fxtor%3DRSS-1&ct=ga")]
    public async Task Trackers_redirectors_and_spellings_of_an_address_make_no_second_article(string address)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        Source feed = await FeedAsync(bot);
        await PollAsync(bot, feed, Item("1", "dam", Dam) with { Url = "https://news.example/2026/dam" });

        IngestReport again = await PollAsync(bot, feed, Item("2", "dam", Dam) with { Url = address });

        Assert.Equal((0, 1), (again.New, again.Duplicates));
    }

    [Fact]
    public async Task Items_at_one_address_are_as_many_articles_as_there_are_texts()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        Source feed = await FeedAsync(bot);
        IncomingArticle[] posts =
        [
            .. new[] { Dam, Vote, Ferry }.Select((text, i) => Item($"post-{i}", "live", text) with { Title = "Live updates" }),
        ];

        IngestReport first = await PollAsync(bot, feed, posts);
        IngestReport again = await PollAsync(bot, feed, posts);
        IngestReport next = await PollAsync(
            bot, feed, [.. posts, Item("post-3", "live", "The harbour was closed at noon because of the storm, the port said.") with { Title = "Live updates" }]);

        Assert.Equal((3, 0, 0), (first.New, first.Updated, first.Duplicates));
        Assert.Equal((0, 0, 3), (again.New, again.Updated, again.Duplicates));
        Assert.Equal((1, 0, 3), (next.New, next.Updated, next.Duplicates));
    }

    [Fact]
    public async Task The_same_text_under_one_title_on_one_day_is_one_article_wherever_it_stands()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        Source feed = await FeedAsync(bot);
        IncomingArticle inWorld = Item("1", "world/dam", Dam);
        IncomingArticle inTop = Item("2", "top/dam", "The dam above Ostia broke at dawn on Sunday, officials said.") with { Title = "DAM!" };

        IngestReport both = await PollAsync(bot, feed, inWorld, inTop);
        IngestReport again = await PollAsync(bot, feed, inTop, inWorld);

        Assert.Equal((1, 0, 1), (both.New, both.Updated, both.Duplicates));
        Assert.Equal((0, 0, 2), (again.New, again.Updated, again.Duplicates));
    }

    public static TheoryData<string, string, string> Different => new()
    {
        { "Live updates", Dam, Vote },
        { "Lottery numbers", "The numbers that were drawn on Sunday evening are 4, 8, 15, 16, 23 and 42.", "The numbers that were drawn on Sunday evening are 4, 8, 15, 16, 23 and 41." },
        { "Missing person found", "The police of Ostia found the missing Anna Berg on Sunday.", "The police of Ostia found the missing Berta Berg on Sunday." },
        { "Live updates", "Live updates", "Live updates" },
        { "Photo of the day", "Photo of the day", "A boat in the harbour." },
        { "Live updates", Dam, $"{Dam} Two were found." },
    };

    [Theory]
    [MemberData(nameof(Different))]
    public async Task One_title_on_one_day_does_not_swallow_another_article(string title, string text, string other)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        Source feed = await FeedAsync(bot);
        await PollAsync(bot, feed, Item("1", "a", text) with { Title = title });

        IngestReport next = await PollAsync(bot, feed, Item("2", "b", other) with { Title = title });

        Assert.Equal((1, 0, 0), (next.New, next.Updated, next.Duplicates));
    }

    [Fact]
    public async Task Neither_does_the_same_text_on_another_day_or_in_another_source()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        Source feed = await FeedAsync(bot);
        Source other = await FeedAsync(bot, "https://other.example/rss");
        await PollAsync(bot, feed, Item("1", "a", Dam) with { Published = bot.Clock.GetUtcNow().AddDays(-1) });

        IngestReport next = await PollAsync(bot, feed, Item("2", "b", Dam));
        IngestReport there = await PollAsync(bot, other, Item("1", "a", Dam));

        Assert.Equal((1, 1), (next.New, there.New));
    }

    [Fact]
    public async Task An_id_that_several_items_share_identifies_none_of_them()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        Source feed = await FeedAsync(bot);
        IncomingArticle[] items = [Item("0", "dam", Dam), Item("0", "vote", Vote), Item("0", "ferry", Ferry)];

        IngestReport first = await PollAsync(bot, feed, items);
        IngestReport again = await PollAsync(bot, feed, items);
        IngestReport alone = await PollAsync(bot, feed, items[1]);

        Assert.Equal((3, 0, 0), (first.New, first.Updated, first.Duplicates));
        Assert.Equal((0, 0, 3), (again.New, again.Updated, again.Duplicates));
        Assert.Equal((0, 0, 1), (alone.New, alone.Updated, alone.Duplicates));
    }

    [Fact]
    public async Task An_id_that_comes_again_for_another_article_does_not_overwrite_the_first()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        Source feed = await FeedAsync(bot);
        await PollAsync(bot, feed, Item("latest", "dam", Dam));

        IngestReport other = await PollAsync(bot, feed, Item("latest", "vote", Vote));
        IngestReport again = await PollAsync(bot, feed, Item("latest", "vote", Vote));
        IngestReport edited = await PollAsync(bot, feed, Item("latest", "dam-2", $"{Dam} Two were found.") with { Title = "Two found after dam broke" });

        Assert.Equal((1, 0, 0), (other.New, other.Updated, other.Duplicates));
        Assert.Equal((0, 0, 1), (again.New, again.Updated, again.Duplicates));
        Assert.Equal((0, 1, 0), (edited.New, edited.Updated, edited.Duplicates));
        await IsSoundAsync(bot);
    }

    [Fact]
    public async Task An_item_that_gets_an_id_later_is_the_one_that_had_none()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        Source feed = await FeedAsync(bot);
        await PollAsync(bot, feed, Item("", "dam", Dam));

        IngestReport named = await PollAsync(bot, feed, Item("1", "dam", Dam));
        IngestReport nameless = await PollAsync(bot, feed, Item("", "dam", Dam));

        Assert.Equal((1, 1), (named.Duplicates, nameless.Duplicates));
    }

    [Fact]
    public async Task What_was_forgotten_does_not_come_back_under_another_id()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        Source feed = await FeedAsync(bot);
        await PollAsync(bot, feed, Item("1", "dam", Dam));
        await bot.Get<DigestBot.Digests.ArticleForgetter>().ForgetAsync("https://news.example/dam", Cancel);

        IngestReport again = await PollAsync(bot, feed, Item("2", "dam", Dam));

        Assert.Equal((0, 1), (again.New, again.Forgotten));
    }

    private static IncomingArticle Item(string id, string path, string text) => new()
    {
        Guid = id,
        Url = $"https://news.example/{path}",
        Title = path.EndsWith("dam", StringComparison.Ordinal) ? "Dam" : $"About {path}",
        Text = text,
        Published = TestBot.Begin.AddHours(-1),
    };

    private static Task<Source> FeedAsync(TestBot bot, string address = "https://news.example/rss") => bot.Get<SourceStore>().AddAsync(
        bot.Operator, new NewSource(SourceKeys.Location(address), SourceKind.Feed, address, address, null), Cancel);

    private static Task<IngestReport> PollAsync(TestBot bot, Source feed, params IncomingArticle[] items) =>
        bot.Get<ArticleIntake>().StoreAsync([.. items.Select(item => (feed, item))], null, Cancel);

    private static async Task IsSoundAsync(TestBot bot) =>
        await bot.Get<Database>().ReadAsync(async connection => { await StoreAudit.IsSoundAsync(connection); return true; }, Cancel);
}

public sealed class SqliteSameArticleTests() : SameArticleTests("sqlite");

public sealed class PostgresSameArticleTests() : SameArticleTests("postgresql");
