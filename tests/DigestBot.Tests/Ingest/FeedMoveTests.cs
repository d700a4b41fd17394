using DigestBot.Ingest;
using DigestBot.Ingest.WebSub;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest;

public sealed class FeedMoveTests
{
    private const string Permanent = "301 Moved Permanently";
    private static readonly byte[] Known = Feed("known");

    [Theory]
    [InlineData("sqlite", Permanent)]
    [InlineData("postgresql", "308 Permanent Redirect")]
    public async Task A_permanent_redirect_is_followed_for_good_when_it_has_led_to_the_feed_for_days(string provider, string status)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using TestBot bot = await TestBot.StartAsync(provider, cancel);
        await using var there = LoopbackServer.Answering(Known, Feed("known", "newer"), Reply.Status("304 Not Modified"));
        string target = there.Address("/new").AbsoluteUri;
        await using var here = LoopbackServer.Answering(Known, Reply.Redirect(target, status));
        Source added = await AddAsync(bot, here, cancel);

        Source watched = await PollDailyAsync(bot, 3, cancel, here, there);
        Source moved = await PollDailyAsync(bot, 2, cancel, here, there);

        Assert.Equal((added.Location, null), (watched.Location, watched.MovedFrom));
        Assert.Equal((target, added.Location, added.Key), (moved.Location, moved.MovedFrom, moved.Key));
        Assert.Equal(4, here.Connections);
        Assert.Equal(2, moved.Articles);
        Assert.Equal(moved.Id, (await bot.Get<SourceStore>().FindAsync(bot.Operator, added.Location!, cancel))?.Id);
        var again = new NewSource(SourceKeys.Location(target), SourceKind.Feed, "Again", target, bot.Clock.GetUtcNow());
        Assert.Equal(moved.Id, (await bot.Get<SourceStore>().AddAsync(bot.Operator, again, cancel)).Id);
    }

    public static TheoryData<string, byte[], string> Doubtful => new()
    {
        { "302 Found", Known, "temporary" },
        { "307 Temporary Redirect", Known, "temporary" },
        { Permanent, Feed("stranger"), "other articles" },
        { Permanent, Feed(), "no articles" },
        { Permanent, Reply.Ok("<html><body><h1>Welcome</h1><p>Please log in to use the network of this hotel.</p></body></html>"), "a page" },
        { Permanent, Reply.Status("304 Not Modified"), "nothing that was ever read" },
    };

    [Theory]
    [MemberData(nameof(Doubtful))]
    public async Task No_other_redirect_ever_moves_a_source(string status, byte[] target, string because)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: cancel);
        await using var there = LoopbackServer.Answering(target);
        await using var here = LoopbackServer.Answering(Feed("known"), Reply.Redirect(there.Address("/x").AbsoluteUri, status));
        Source added = await AddAsync(bot, here, cancel);

        Source source = await PollDailyAsync(bot, 10, cancel, here, there);

        Assert.True(there.Connections > 5, $"It led to {because}, and was asked {there.Connections} times.");
        Assert.Equal((added.Location, null), (source.Location, source.MovedFrom));
    }

    [Fact]
    public async Task A_redirect_that_changes_its_mind_begins_anew_and_errors_decide_nothing()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: cancel);
        await using var there = LoopbackServer.Answering(Known);
        int asked = -1;
        string?[] paths = [null, "/a", "/a", "/b", "/a", "/a", null, "/a", "gone", "/a"];
        await using var here = LoopbackServer.Answering(_ => paths[Math.Min(++asked, paths.Length - 1)] switch
        {
            null => Known,
            "gone" => Reply.Status("500 Internal Server Error"),
            var path => Reply.Redirect(there.Address(path).AbsoluteUri, Permanent),
        });
        Source added = await AddAsync(bot, here, cancel);

        Source source = await PollDailyAsync(bot, paths.Length, cancel, here, there);

        Assert.Equal(added.Location, source.Location);
        Assert.Equal(2, source.Move?.Polls);
    }

    [Fact]
    public async Task A_source_does_not_move_to_where_another_one_is()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: cancel);
        await using var there = LoopbackServer.Answering(Known);
        string target = there.Address("/x").AbsoluteUri;
        await using var here = LoopbackServer.Answering(Known, Reply.Redirect(target, Permanent));
        Source added = await AddAsync(bot, here, cancel);
        await bot.Get<SourceStore>().AddAsync(bot.Operator, new NewSource("other", SourceKind.Feed, "Other", target, null), cancel);

        await PollDailyAsync(bot, 8, cancel, here, there);

        Source? source = await bot.Get<SourceStore>().FindAsync(bot.Operator, "Feed", cancel);
        Assert.Equal((added.Location, null), (source?.Location, source?.MovedFrom));
    }

    [Theory]
    [InlineData("https://news.example/feed", "http://news.example/feed", false)]
    [InlineData("HTTPS://news.example/feed", "http://elsewhere.example/feed", false)]
    [InlineData("http://news.example/feed", "https://news.example/feed", true)]
    [InlineData("https://news.example/feed", "https://elsewhere.example/feed", true)]
    public void No_source_moves_from_https_to_http(string from, string to, bool moves)
    {
        var source = new Source
        {
            Id = 1,
            Key = "key",
            Kind = SourceKind.Feed,
            Name = "Feed",
            Location = from,
            Shared = true,
            Paused = false,
            Failures = 0,
            Articles = 0,
        };

        Assert.Equal(moves, MoveProof.After(source, new Uri(to), TestBot.Begin) is not null);
    }

    private static byte[] Feed(params string[] titles) => Reply.Ok(
        $"<rss version='2.0'><channel><title>A</title>{string.Concat(titles.Select(title => $"<item><title>{title}</title><description>Text.</description></item>"))}</channel></rss>",
        "ETag: 1");

    private static Task<Source> AddAsync(TestBot bot, LoopbackServer server, CancellationToken cancel)
    {
        string location = server.Address("/old").AbsoluteUri;
        return bot.Get<SourceStore>().AddAsync(
            bot.Operator, new NewSource(SourceKeys.Location(location), SourceKind.Feed, "Feed", location, bot.Clock.GetUtcNow()), cancel);
    }

    private static async Task<Source> PollDailyAsync(TestBot bot, int days, CancellationToken cancel, params LoopbackServer[] servers)
    {
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(servers), bot.Clock);
        var poller = new SourcePoller(
            fetcher.Reader(bot.Clock), bot.Get<ArticleIntake>(), bot.Get<PollQueue>(), bot.Get<PollTiming>(), bot.Get<HubWatch>(), bot.Clock);
        Source source = await FindAsync();
        for (int day = 0; day < days; day++)
        {
            await poller.PollAsync(source, cancel);
            bot.Clock.Advance(TimeSpan.FromDays(1));
            source = await FindAsync();
        }

        return source;

        async Task<Source> FindAsync() => (await bot.Get<SourceStore>().FindAsync(bot.Operator, "Feed", cancel))!;
    }
}
