using System.Text;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest;

/// <summary>A site without a feed is read by its sitemap: a few new pages with each poll, each once, and none that it does not want read.</summary>
public sealed class SitemapTests : IAsyncDisposable
{
    private static readonly string[] Words = ["ferry", "harbour", "market", "council", "railway", "bridge", "library", "orchard", "quarry", "stadium"];

    private readonly Dictionary<string, byte[]> _site = new(StringComparer.Ordinal);
    private readonly LoopbackServer _server;

    public SitemapTests() => _server = LoopbackServer.Answering(request => _site.GetValueOrDefault(request.Path) ?? Reply.Status("404 Not Found"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task The_newest_pages_become_articles_a_few_with_each_poll_and_each_is_asked_for_once(string provider)
    {
        await using TestBot bot = await StartAsync(provider);
        _site["/map.xml"] = Reply.Ok(Map([.. Enumerable.Range(1, 5).Select(i => Entry($"/{i}", TestBot.Begin.AddHours(-i))), Entry("/old", TestBot.Begin.AddDays(-8))]), "ETag: 1");
        await FollowAsync(bot);

        Assert.Equal(["/map.xml", "/robots.txt", "/1", "/2"], await PollAsync(bot));
        Assert.Equal(["/map.xml", "/3", "/4"], await PollAsync(bot));
        Assert.Equal(["/map.xml", "/5"], await PollAsync(bot));
        Assert.Equal(["/map.xml"], await PollAsync(bot));

        Assert.Equal(5, (await OnlyAsync(bot)).Articles);
        Assert.Equal([null, null, null, "1"], _server.Requests.Where(request => request.Path == "/map.xml").Select(request => request["If-None-Match"]));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_page_that_says_to_have_changed_is_read_again_behind_what_is_new_and_becomes_a_version(string provider)
    {
        await using TestBot bot = await StartAsync(provider);
        _site["/map.xml"] = Reply.Ok(Map(Changed("/1", -3), Changed("/2", -4)));
        await FollowAsync(bot);
        await PollAsync(bot);
        Assert.Equal(["/map.xml"], await PollAsync(bot));

        bot.Clock.Advance(TimeSpan.FromHours(6));
        _site["/1"] = Reply.Ok(Html(1).Replace("Nobody left.", "Everybody left.", StringComparison.Ordinal), "Content-Type: text/html");
        _site["/map.xml"] = Reply.Ok(Map(Changed("/1", 5), Changed("/2", -4), Changed("/3", -5), Changed("/4", 9)));
        Assert.Equal(["/map.xml", "/4", "/3"], await PollAsync(bot)); // two with each poll
        Assert.Equal(["/map.xml", "/1"], await PollAsync(bot));
        Assert.Equal(["/map.xml"], await PollAsync(bot)); // "/4" says to change in three hours

        Article edited = Assert.Single(await ArticlesAsync(bot), article => article.Title == "Title 1");
        Assert.Contains("Everybody left.", edited.Text, StringComparison.Ordinal);
        Assert.Equal(4, (await OnlyAsync(bot)).Articles);

        string Changed(string path, int hours) => $"<url><loc>{path}</loc><lastmod>{TestBot.Begin.AddHours(hours):O}</lastmod></url>";
    }

    [Fact]
    public async Task An_article_has_the_address_title_and_dates_of_its_page_and_its_mark()
    {
        await using TestBot bot = await StartAsync();
        _site["/map.xml"] = Reply.Ok(Map(Entry("/1?utm_source=map", TestBot.Begin.AddHours(-1))));
        const string Linked = """<head><script type="application/ld+json">{"@type":"Report","dateModified":"2026-03-01T06:30:00Z","isAccessibleForFree":false}</script>""";
        _site["/1?utm_source=map"] = Reply.Ok(Html(1).Replace("<head>", Linked, StringComparison.Ordinal), "Content-Type: text/html");
        await FollowAsync(bot);

        await PollAsync(bot);

        Article article = Assert.Single(await ArticlesAsync(bot));
        Assert.Equal((_server.Address("/1").AbsoluteUri, "Title 1", TestBot.Begin.AddHours(-1)), (article.Url, article.Title, article.Effective));
        Assert.Equal((TestBot.Begin.AddMinutes(-30), true), (article.Modified, article.IsPaywalled));
    }

    [Fact]
    public async Task A_page_that_robots_txt_forbids_is_not_asked_for_and_one_that_is_not_to_be_kept_is_not_stored()
    {
        await using TestBot bot = await StartAsync();
        _site["/robots.txt"] = Reply.Ok("User-agent: *\nDisallow: /1");
        _site["/4"] = Reply.Redirect("/1");
        _site["/2"] = Page(2, "X-Robots-Tag: noarchive");
        _site["/map.xml"] = Reply.Ok(Map(Entry("/1", TestBot.Begin), Entry("/2", TestBot.Begin), Entry("/3", TestBot.Begin), Entry("/4", TestBot.Begin)));
        await FollowAsync(bot);

        Assert.Equal(["/map.xml", "/robots.txt", "/2", "/3"], await PollAsync(bot));
        Assert.Equal(["/map.xml", "/4", "/1"], await PollAsync(bot));
        Assert.Equal(["/map.xml"], await PollAsync(bot));

        Assert.Equal("Title 3", Assert.Single(await ArticlesAsync(bot)).Title);
    }

    [Fact]
    public async Task A_sitemap_speaks_for_its_own_site_only()
    {
        await using LoopbackServer other = LoopbackServer.Answering(Page(9));
        await using TestBot bot = await StartAsync("sqlite", other);
        _site["/1"] = Reply.Redirect(other.Address("/stolen").AbsoluteUri);
        _site["/2"] = Reply.Ok(Html(2).Replace("<head>", $"<head><link rel='canonical' href='{other.Address("/theirs")}'>", StringComparison.Ordinal));
        _site["/map.xml"] = Reply.Ok(Map(
            $"<url><loc>{other.Address("/direct")}</loc></url>", "<url><loc>http://169.254.169.254/latest</loc></url>", Entry("/1", TestBot.Begin), Entry("/2", TestBot.Begin)));
        await FollowAsync(bot);

        await PollAsync(bot);

        Assert.Equal(["/stolen"], other.Requests.Select(request => request.Path).Where(path => path != "/robots.txt"));
        Assert.Equal(_server.Address("/2").AbsoluteUri, Assert.Single(await ArticlesAsync(bot)).Url);
    }

    [Fact]
    public async Task Of_an_index_three_sitemaps_are_read_those_for_news_first_and_no_index_in_it()
    {
        await using TestBot bot = await StartAsync();
        _site["/map.xml"] = Reply.Ok(Index("/a.xml", "/map.xml", "/b.xml", "/c.xml", "/google-news.xml"), "ETag: 1");
        _site["/google-news.xml"] = Reply.Ok(Map(Entry("/1", TestBot.Begin)));
        _site["/c.xml"] = Reply.Ok(Index("/d.xml"));
        _site["/b.xml"] = Reply.Ok(Reply.Gzip(Encoding.UTF8.GetBytes(Map(Entry("/2", TestBot.Begin)))), "Content-Type: application/gzip");
        await FollowAsync(bot);

        Assert.Equal(["/map.xml", "/google-news.xml", "/c.xml", "/b.xml", "/robots.txt", "/1", "/2"], await PollAsync(bot));
        await PollAsync(bot);

        Assert.All(_server.Requests, request => Assert.Null(request["If-None-Match"]));
    }

    [Fact]
    public async Task A_packed_sitemap_that_would_fill_the_memory_is_a_failure()
    {
        await using TestBot bot = await StartAsync();
        _site["/map.xml"] = Reply.Ok(Reply.Gzip(new byte[11 * 1024 * 1024]));
        await FollowAsync(bot);

        await PollAsync(bot);

        Assert.Contains("larger than the limit", (await OnlyAsync(bot)).LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_asks_for_patience_gets_it_and_no_page_is_lost()
    {
        await using TestBot bot = await StartAsync();
        _site["/map.xml"] = Reply.Ok(Map(Entry("/1", TestBot.Begin), Entry("/2", TestBot.Begin)));
        _site["/1"] = Reply.Status("429 Too Many Requests");
        await FollowAsync(bot);

        Assert.Equal(["/map.xml", "/robots.txt", "/1"], await PollAsync(bot));
        _site["/1"] = Page(1);
        Assert.Equal(["/map.xml", "/1", "/2"], await PollAsync(bot));
    }

    [Fact]
    public async Task Pages_that_are_gone_or_broken_do_not_keep_the_others_out()
    {
        await using TestBot bot = await StartAsync();
        _site["/map.xml"] = Reply.Ok(Map([.. Enumerable.Range(1, 6).Select(i => Entry($"/{i}", TestBot.Begin.AddHours(-i)))]));
        _site["/1"] = Reply.Status("404 Not Found");
        _site["/2"] = Reply.Status("500 Internal Server Error");
        _site["/3"] = Reply.Ok("no page at all");
        await FollowAsync(bot);

        Assert.Equal(["/map.xml", "/robots.txt", "/1", "/2"], await PollAsync(bot));
        Assert.Equal(["/map.xml", "/3", "/4"], await PollAsync(bot));
        Assert.Equal(["/map.xml", "/5", "/6"], await PollAsync(bot));
    }

    [Fact]
    public async Task What_is_no_sitemap_any_more_is_told()
    {
        await using TestBot bot = await StartAsync();
        _site["/map.xml"] = Page(1);
        await FollowAsync(bot);

        await PollAsync(bot);

        Assert.Equal("There is no sitemap any more at this address.", (await OnlyAsync(bot)).LastError);
    }

    [Theory]
    [InlineData("Sitemap: /deep/map.xml\nSitemap: https://elsewhere.example/map.xml", "/deep/map.xml")]
    [InlineData("Sitemap: /index.xml", "/news.xml")]
    [InlineData("User-agent: *", "/sitemap.xml")]
    public async Task A_site_without_a_feed_is_followed_by_its_sitemap(string robots, string taken)
    {
        await using TestBot bot = await StartAsync();
        string map = Map([.. Enumerable.Range(1, 5).Select(i => Entry($"/{i}", TestBot.Begin.AddHours(-i)))]);
        _site["/"] = Reply.Ok(Html(0));
        _site["/robots.txt"] = Reply.Ok(robots);
        _site["/deep/map.xml"] = _site["/news.xml"] = _site["/sitemap.xml"] = Reply.Ok(map);
        _site["/index.xml"] = Reply.Ok(Index("/a.xml", "/news.xml"));

        SourceAdded added = await bot.Get<SourceManager>().AddAsync(bot.Operator, _server.Address("/").AbsoluteUri, null, null, Cancel);

        Assert.Equal((SourceKind.Sitemap, _server.Address(taken).AbsoluteUri), (added.Source?.Kind, added.Source?.Location));
        Assert.Equal(_server.Address(taken).AbsoluteUri, added.FoundAt);
        Assert.Equal(["Title 1", "Title 2", "Title 3"], added.Sample);
        Assert.DoesNotContain(_server.Requests, request => request.Path == "/4");
    }

    [Fact]
    public async Task A_sitemap_without_anything_new_is_not_taken()
    {
        await using TestBot bot = await StartAsync();
        _site["/"] = Reply.Ok(Html(0));
        _site["/sitemap.xml"] = Reply.Ok(Map(Entry("/1", TestBot.Begin.AddDays(-30))));

        SourceAdded added = await bot.Get<SourceManager>().AddAsync(bot.Operator, _server.Address("/").AbsoluteUri, null, null, Cancel);

        Assert.Equal(SourceKind.Page, added.Source?.Kind);
    }

    [Fact]
    public async Task What_was_asked_for_goes_with_its_source()
    {
        await using TestBot bot = await StartAsync();
        Space space = await bot.SpaceAsync("discord:1", Cancel);
        string location = _server.Address("/map.xml").AbsoluteUri;
        _site["/map.xml"] = Reply.Ok(Map(Entry("/1", TestBot.Begin)));
        Source source = await bot.Get<SourceManager>().AddAsync(space, location, null, null, Cancel) is { Source: { } added } ? added : throw new InvalidOperationException();
        await bot.Get<ISourcePoller>().PollAsync(source, Cancel);
        Assert.Single(await bot.Get<IPageMemory>().TriedAsync(source, Cancel));

        await new SourceEraser(bot.Get<Database>()).RunAsync(new SpaceErasure(space, bot.Clock.GetUtcNow()), Cancel);

        Assert.Empty(await bot.Get<IPageMemory>().TriedAsync(source, Cancel));
    }

    private static string Map(params string[] entries) =>
        $"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{string.Concat(entries)}</urlset>";

    private static string Index(params string[] children) =>
        $"<sitemapindex>{string.Concat(children.Select(child => $"<sitemap><loc>{child}</loc></sitemap>"))}</sitemapindex>";

    private static string Entry(string path, DateTimeOffset date) => $"<url><loc>{path}</loc><news:news><news:publication_date>{date:O}</news:publication_date></news:news></url>";

    private static byte[] Page(int number, params string[] headers) => Reply.Ok(Html(number), [.. headers, "Content-Type: text/html"]);

    private static string Html(int number)
    {
        string text = $"The {Words[number]} was opened on Sunday by the mayor, who spoke of the {Words[number]} for an hour before the rain came. ";
        return $"""
            <!doctype html><html><head><title>Title {number}</title></head><body><article><h1>Title {number}</h1><p>{text}</p><p>{text}Nobody left.</p></article></body></html>
            """;
    }

    private async Task<TestBot> StartAsync(string provider = "sqlite", LoopbackServer? other = null)
    {
        for (int i = 1; i < Words.Length; i++)
        {
            _site.TryAdd($"/{i}", Page(i));
        }

        return await TestBot.StartAsync(
            provider, Cancel, new("Fetch:AllowedHosts:0", _server.Host), new("Fetch:AllowedHosts:1", (other ?? _server).Host), new("Ingest:SitemapPages", "2"));
    }

    private Task<Source> FollowAsync(TestBot bot)
    {
        string location = _server.Address("/map.xml").AbsoluteUri;
        return bot.Get<SourceStore>().AddAsync(
            bot.Operator, new NewSource(SourceKeys.Location(location), SourceKind.Sitemap, "The Daily", location, bot.Clock.GetUtcNow()), Cancel);
    }

    private async Task<IEnumerable<string>> PollAsync(TestBot bot)
    {
        int before = _server.Requests.Count;
        await bot.Get<ISourcePoller>().PollAsync(await OnlyAsync(bot), Cancel);
        return _server.Requests.Skip(before).Select(request => request.Path);
    }

    private static async Task<Source> OnlyAsync(TestBot bot) => Assert.Single(await bot.Get<SourceStore>().ListAsync(bot.Operator, Cancel));

    private static async Task<IReadOnlyList<Article>> ArticlesAsync(TestBot bot)
    {
        ArticleStore articles = bot.Get<ArticleStore>();
        IReadOnlyList<ArticleHead> heads = await articles.NewestAsync(bot.Operator, NewsWindow.Until(bot.Clock.GetUtcNow().AddDays(1)), 100, Cancel);
        return await articles.ReadAsync(bot.Operator, [.. heads.Select(head => head.Id)], Cancel);
    }
}
