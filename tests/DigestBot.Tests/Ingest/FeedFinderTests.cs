using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Ingest;

/// <summary>Whoever names a site gets its feed, and the site is asked no more than it takes.</summary>
public sealed class FeedFinderTests
{
    private const string Long = "The river rose through the night, and by morning the lower town stood under a metre of water, officials said. ";
    private const string Front = $"<!doctype html><html><head><title>The Daily</title></head><body><article><p>{Long}</p><p>{Long}</p></article></body></html>";
    private const string Feed = "<rss version='2.0'><channel><title>The Daily</title><item><title>Dam breaks</title></item></channel></rss>";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_feed_that_a_page_names_is_taken_and_the_others_are_told()
    {
        string page = Front.Replace("</head>", Links("/comments/feed", "/gone", "/news.rss", "/sport.rss"), StringComparison.Ordinal);
        await using var server = Serving(("/", Reply.Ok(page)), ("/news.rss", Reply.Ok(Feed)), ("/comments/feed", Reply.Ok(Feed)));

        SourceReading.Found found = Assert.IsType<SourceReading.Found>(await LookAsync(server, "/"));

        Assert.Equal(server.Address("/news.rss").AbsoluteUri, found.Location);
        Assert.Equal(["/comments/feed", "/gone", "/sport.rss"], found.Others.Select(other => new Uri(other).AbsolutePath));
        Assert.Equal(["/", "/gone", "/news.rss"], Paths(server));
    }

    [Fact]
    public async Task Of_many_feeds_that_a_page_names_three_are_tried()
    {
        string page = Front.Replace("</head>", Links([.. Enumerable.Range(0, 50).Select(i => $"/{i}")]), StringComparison.Ordinal);
        await using var server = Serving(("/", Reply.Ok(page)));

        SourceReading reading = await LookAsync(server, "/");

        Assert.Contains("404", Assert.IsType<SourceReading.Failed>(reading).Why, StringComparison.Ordinal);
        Assert.Equal(["/", "/0", "/1", "/2"], Paths(server));
    }

    [Theory]
    [InlineData("/feed", 1)]
    [InlineData("/atom.xml", 4)]
    [InlineData("/feed.json", 7)]
    public async Task A_site_that_names_none_is_asked_where_feeds_usually_are_until_one_is_there(string path, int asked)
    {
        string feed = path.EndsWith("json", StringComparison.Ordinal)
            ? """{"version":"https://jsonfeed.org/version/1.1","title":"A","items":[{"id":"1","content_text":"Dam breaks"}]}"""
            : Feed;
        await using var server = Serving(("/", Reply.Ok(Front)), (path, Reply.Ok(feed)));

        SourceReading.Found found = Assert.IsType<SourceReading.Found>(await LookAsync(server, "/"));

        Assert.Equal((SourceKind.Feed, server.Address(path).AbsoluteUri), (found.Kind, found.Location));
        Assert.Equal(["/", "/robots.txt", .. FeedFinder.UsualPaths.Take(asked)], Paths(server));
    }

    [Fact]
    public async Task A_server_that_answers_everything_with_a_page_or_an_empty_feed_has_none()
    {
        await using var server = LoopbackServer.Answering(request => request.Path switch
        {
            "/robots.txt" => Reply.Status("404 Not Found"),
            "/feed" or "/rss" => Reply.Ok("<rss version='2.0'><channel><title>Nothing</title></channel></rss>"),
            "/feed.json" => Reply.Ok("""{"error":"not found"}"""),
            _ => Reply.Ok(Front),
        });

        SourceReading.Found found = Assert.IsType<SourceReading.Found>(await LookAsync(server, "/"));

        Assert.Equal(SourceKind.Page, found.Kind);
    }

    [Fact]
    public async Task Robots_txt_keeps_the_search_out()
    {
        await using var server = Serving(
            ("/", Reply.Ok(Front)), ("/robots.txt", Reply.Ok("User-agent: *\nDisallow: /\nAllow: /rss.xml")), ("/feed", Reply.Ok(Feed)), ("/rss.xml", Reply.Ok(Feed)));

        SourceReading.Found found = Assert.IsType<SourceReading.Found>(await LookAsync(server, "/"));

        Assert.Equal(server.Address("/rss.xml").AbsoluteUri, found.Location);
        Assert.Equal(["/", "/robots.txt", "/rss.xml"], Paths(server));
    }

    [Theory]
    [InlineData("429 Too Many Requests", "X-Odd: 1")]
    [InlineData("503 Service Unavailable", "Retry-After: 60")]
    [InlineData("302 Found", "Location: http://169.254.169.254/feed")]
    public async Task A_server_that_wants_to_be_left_alone_or_leads_astray_ends_the_search(string status, string header)
    {
        await using var server = LoopbackServer.Answering(request => request.Path switch
        {
            "/" => Reply.Ok(Front),
            "/robots.txt" => Reply.Status("404 Not Found"),
            _ => Reply.Status(status, header),
        });

        await LookAsync(server, "/");

        Assert.Equal(["/", "/robots.txt", "/feed"], Paths(server));
    }

    [Theory]
    [InlineData("/2026/dam-breaks")]
    [InlineData("/?p=7")]
    public async Task A_page_that_names_no_feed_is_a_page_and_nothing_is_guessed(string path)
    {
        await using var server = Serving((path, Reply.Ok(Front)), ("/feed", Reply.Ok(Feed)));

        SourceReading.Found found = Assert.IsType<SourceReading.Found>(await LookAsync(server, path));

        Assert.Equal(SourceKind.Page, found.Kind);
        Assert.Equal([path, "/robots.txt"], Paths(server));
    }

    [Fact]
    public async Task Guesses_keep_the_gap_that_a_host_is_left()
    {
        var gap = TimeSpan.FromSeconds(7);
        var clock = new LeapingClock(gap);
        var asked = new List<TimeSpan>();
        await using var server = LoopbackServer.Answering(request =>
        {
            asked.Add(clock.Passed);
            return request.Path switch { "/" => Reply.Ok(Front), "/rss.xml" => Reply.Ok(Feed), _ => Reply.Status("404 Not Found") };
        });
        await using var fetcher = new TestFetcher(
            clock: clock, resolver: new NameTable(HostileAddresses.Names), dialer: new RecordingDialer(server), gap: gap);

        SourceReading reading = await fetcher.Reader(clock)
            .LookAsync("http://news.example/", discover: true, Cancel);

        Assert.IsType<SourceReading.Found>(reading);
        Assert.Equal([TimeSpan.Zero, gap, gap * 2, gap * 3, gap * 4], asked);
    }

    private static string Links(params string[] paths) =>
        $"{string.Concat(paths.Select(path => $"<link rel=alternate type=application/rss+xml href='{path}'>"))}</head>";

    private static IEnumerable<string> Paths(LoopbackServer server) => server.Requests.Select(request => request.Path);

    private static LoopbackServer Serving(params (string Path, byte[] Answer)[] site) => LoopbackServer.Answering(request =>
        site.FirstOrDefault(page => page.Path == request.Path).Answer ?? Reply.Status("404 Not Found"));

    private async Task<SourceReading> LookAsync(LoopbackServer server, string path)
    {
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(server), _clock);
        return await fetcher.Reader(_clock)
            .LookAsync(server.Address(path).AbsoluteUri, discover: true, Cancel);
    }
}
