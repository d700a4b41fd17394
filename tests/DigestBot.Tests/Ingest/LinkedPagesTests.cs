using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest;

/// <summary>Entries of a feed that are only a few sentences get the text of their pages: a few with each poll, each once.</summary>
public sealed class LinkedPagesTests : IAsyncDisposable
{
    private static readonly string[] Words = ["ferry", "harbour", "market", "council", "railway", "bridge", "library", "orchard", "quarry", "stadium"];

    private readonly Dictionary<string, byte[]> _site = new(StringComparer.Ordinal);
    private readonly LoopbackServer _server;

    public LinkedPagesTests() => _server = LoopbackServer.Answering(request => _site.GetValueOrDefault(request.Path) ?? Reply.Status("404 Not Found"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task The_first_entries_get_their_texts_a_few_with_each_poll_and_each_page_is_asked_for_once(string provider)
    {
        await using TestBot bot = await StartAsync(provider);
        _site["/feed"] = Reply.Ok(Feed(Entry(1), Entry(2), Entry(3), Entry(4), Entry(5)), "ETag: 1");
        await FollowAsync(bot);

        Assert.Equal(["/feed", "/robots.txt", "/1", "/2"], await PollAsync(bot));
        Assert.Equal(5, (await ArticlesAsync(bot)).Count); // the others are there too, as the feed has them
        Assert.Equal(["/feed", "/3", "/4"], await PollAsync(bot));
        Assert.Equal(["/feed", "/5"], await PollAsync(bot));
        Assert.Equal(["/feed"], await PollAsync(bot));

        IReadOnlyList<Article> articles = await ArticlesAsync(bot);
        Assert.Equal(5, articles.Count);
        Assert.All(articles, article => Assert.Contains("Nobody left.", article.Text, StringComparison.Ordinal));
        Assert.Equal([null, null, null, "1"], _server.Requests.Where(request => request.Path == "/feed").Select(request => request["If-None-Match"]));
    }

    [Fact]
    public async Task What_the_feed_says_of_an_article_holds_and_its_mark_is_the_pages()
    {
        await using TestBot bot = await StartAsync();
        _site["/feed"] = Reply.Ok(Feed(Entry(1)));
        _site["/1"] = Reply.Ok(
            Html(1).Replace("<head>", """<head><script type="application/ld+json">{"@type":"Report","isAccessibleForFree":false}</script>""", StringComparison.Ordinal)
                .Replace("<title>Title 1", "<title>Another title", StringComparison.Ordinal),
            "Content-Type: text/html");
        await FollowAsync(bot);

        await PollAsync(bot);

        Article article = Assert.Single(await ArticlesAsync(bot));
        Assert.Equal(
            (_server.Address("/1").AbsoluteUri, "About the harbour", TestBot.Begin.AddHours(-1), true),
            (article.Url, article.Title, article.Effective, article.IsPaywalled));
    }

    [Fact]
    public async Task An_entry_that_tells_enough_is_taken_from_the_feed()
    {
        await using TestBot bot = await StartAsync();
        string whole = string.Join(' ', Enumerable.Range(0, 70).Select(i => $"word{i}"));
        _site["/feed"] = Reply.Ok(Feed(Entry(1, text: $"All of it stands here: {whole}."), Entry(2, link: null)));
        await FollowAsync(bot);

        Assert.Equal(["/feed"], await PollAsync(bot));
        Assert.Equal(2, (await ArticlesAsync(bot)).Count);
    }

    [Fact]
    public async Task What_robots_forbid_what_is_not_to_be_kept_what_is_gone_and_what_is_something_else_stays_as_the_feed_has_it()
    {
        await using TestBot bot = await StartAsync(pages: 10);
        _site["/robots.txt"] = Reply.Ok("User-agent: *\nDisallow: /1");
        _site["/2"] = Reply.Ok(Html(2), "Content-Type: text/html", "X-Robots-Tag: noarchive");
        _site["/3"] = Reply.Status("410 Gone");
        _site["/4"] = Reply.Redirect("/1");
        string wall = string.Join(' ', Enumerable.Repeat("We and our 812 partners value your privacy and ask for your consent before cookies are set.", 12));
        _site["/5"] = Reply.Ok($"<!doctype html><html><head><title>Consent</title></head><body><article><p>{wall}</p></article></body></html>", "Content-Type: text/html");
        _site["/feed"] = Reply.Ok(Feed(Entry(1), Entry(2), Entry(3), Entry(4), Entry(5)));
        await FollowAsync(bot);

        Assert.Equal(["/feed", "/robots.txt", "/2", "/3", "/4", "/1", "/5"], await PollAsync(bot));
        Assert.Equal(["/feed"], await PollAsync(bot)); // none of that changes by asking again

        IReadOnlyList<Article> articles = await ArticlesAsync(bot);
        Assert.Equal(5, articles.Count);
        Assert.All(articles, article => Assert.StartsWith("The mayor opened the", article.Text, StringComparison.Ordinal));
        Assert.All(articles, article => Assert.DoesNotContain("Nobody left.", article.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_does_not_work_is_asked_three_times_and_again_when_the_feed_has_changed()
    {
        await using TestBot bot = await StartAsync(pages: 10);
        for (int i = 1; i <= 5; i++)
        {
            _site[$"/{i}"] = Reply.Status("500 Internal Server Error");
        }

        _site["/feed"] = Reply.Ok(Feed(Entry(1), Entry(2), Entry(3), Entry(4), Entry(5)), "ETag: 1");
        await FollowAsync(bot);

        Assert.Equal(["/feed", "/robots.txt", "/1", "/2", "/3"], await PollAsync(bot));
        Assert.Equal(5, (await ArticlesAsync(bot)).Count);
        _site["/1"] = Page(1);
        Assert.Equal(["/feed", "/1", "/2", "/3", "/4"], await PollAsync(bot));

        Assert.Equal("1", _server.Requests.Last(request => request.Path == "/feed")["If-None-Match"]);
        Assert.Single(await ArticlesAsync(bot), article => article.Text.Contains("Nobody left.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_feed_whose_articles_are_all_there_is_known_again_where_it_has_moved_for_good()
    {
        await using TestBot bot = await StartAsync(pages: 10);
        _site["/feed"] = Reply.Ok(Feed(Entry(1), Entry(2)));
        await FollowAsync(bot);
        await PollAsync(bot);
        _site["/new"] = _site["/feed"];
        _site["/feed"] = Reply.Redirect("/new", "301 Moved Permanently");
        for (int day = 0; day < 3; day++)
        {
            Assert.Equal(["/feed", "/new"], await PollAsync(bot));
            bot.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(["/new"], await PollAsync(bot));
        Assert.Equal(2, (await ArticlesAsync(bot)).Count);
    }

    [Fact]
    public async Task What_a_feed_changes_in_an_entry_whose_page_may_not_be_read_becomes_a_version()
    {
        await using TestBot bot = await StartAsync();
        _site["/robots.txt"] = Reply.Ok("User-agent: *\nDisallow: /");
        _site["/feed"] = Reply.Ok(Feed(Entry(1)));
        await FollowAsync(bot);
        await PollAsync(bot);
        _site["/feed"] = Reply.Ok(Feed(Entry(1, text: "The harbour stays closed, the mayor said.")));

        Assert.Equal(["/feed"], await PollAsync(bot));
        Assert.Equal("The harbour stays closed, the mayor said.", Assert.Single(await ArticlesAsync(bot)).Text);
    }

    [Fact]
    public async Task An_entry_that_a_feed_has_twice_has_the_text_of_its_page_twice()
    {
        await using TestBot bot = await StartAsync();
        _site["/feed"] = Reply.Ok(Feed(Entry(1), Entry(1)));
        await FollowAsync(bot);

        Assert.Equal(["/feed", "/robots.txt", "/1"], await PollAsync(bot));
        Assert.Contains("Nobody left.", Assert.Single(await ArticlesAsync(bot)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_wants_to_be_left_alone_is()
    {
        await using TestBot bot = await StartAsync(pages: 10);
        _site["/1"] = Reply.Status("429 Too Many Requests", "Retry-After: 7200");
        _site["/feed"] = Reply.Ok(Feed(Entry(1), Entry(2)));
        await FollowAsync(bot);

        Assert.Equal(["/feed", "/robots.txt", "/1"], await PollAsync(bot));
        Assert.Equal(2, (await ArticlesAsync(bot)).Count);
    }

    [Fact]
    public async Task A_page_is_read_again_where_its_headline_or_its_date_of_change_is_another()
    {
        await using TestBot bot = await StartAsync(pages: 10);
        _site["/feed"] = Reply.Ok(Feed(Entry(1), Entry(2)));
        await FollowAsync(bot);
        await PollAsync(bot);
        bot.Clock.Advance(TimeSpan.FromHours(6));
        _site["/1"] = Reply.Ok(Html(1).Replace("Nobody left.", "Everybody left.", StringComparison.Ordinal), "Content-Type: text/html");
        _site["/feed"] = Reply.Ok(Feed(Entry(1, updated: TestBot.Begin.AddHours(5)), Entry(2, updated: TestBot.Begin.AddHours(-4))));

        Assert.Equal(["/feed", "/1"], await PollAsync(bot));
        Assert.Equal(["/feed"], await PollAsync(bot));
        _site["/feed"] = Reply.Ok(Feed(Entry(1, updated: TestBot.Begin.AddHours(5)), Entry(2, title: "Another headline")));
        Assert.Equal(["/feed", "/2"], await PollAsync(bot));

        IReadOnlyList<Article> articles = await ArticlesAsync(bot);
        Assert.Equal(2, articles.Count);
        Assert.Single(articles, article => article.Text.Contains("Everybody left.", StringComparison.Ordinal));
        Assert.Single(articles, article => article.Title == "Another headline" && article.Text.Contains("Nobody left.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_is_followed_without_what_tells_who_follows_it_and_is_the_same_with_another_mark()
    {
        await using TestBot bot = await StartAsync();
        _site["/feed"] = Reply.Ok(Feed(Entry(1, link: _server.Address("/1").AbsoluteUri + "?utm_source=a")));
        await FollowAsync(bot);
        Assert.Equal(["/feed", "/robots.txt", "/1"], await PollAsync(bot));

        _site["/feed"] = Reply.Ok(Feed(Entry(1, link: _server.Address("/1").AbsoluteUri + "?utm_source=b")));
        Assert.Equal(["/feed"], await PollAsync(bot));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://127.0.0.1:1/admin")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    public async Task A_feed_leads_nowhere_but_to_public_addresses(string link)
    {
        await using TestBot bot = await StartAsync();
        _site["/feed"] = Reply.Ok(Feed(Entry(1, link: link)));
        await FollowAsync(bot);

        Assert.Equal(["/feed"], await PollAsync(bot));
        Assert.StartsWith("The mayor opened the", Assert.Single(await ArticlesAsync(bot)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_looks_at_a_feed_sees_the_texts_of_its_first_pages_and_why_others_are_missing()
    {
        await using TestBot bot = await StartAsync(pages: 10);
        _site["/2"] = Reply.Status("404 Not Found");
        _site["/feed"] = Reply.Ok(Feed(Entry(1), Entry(2), Entry(3), Entry(4)));

        SourceReading reading = await bot.Get<SourceReader>().LookAsync(_server.Address("/feed").AbsoluteUri, discover: true, Cancel);

        var found = Assert.IsType<SourceReading.Found>(reading);
        Assert.Equal([true, false, true, false], found.Articles.Select(article => article.Text.Contains("Nobody left.", StringComparison.Ordinal)));
        Assert.Equal([true, false, true, false], found.Articles.Select(article => article.IsOfLinkedPage));
        Assert.StartsWith("1 of 3 pages that it leads to could not be read", Assert.Single(found.Problems), StringComparison.Ordinal);
    }

    private static byte[] Page(int number) => Reply.Ok(Html(number), "Content-Type: text/html");

    private static string Html(int number) => $"""
        <!doctype html><html><head><title>Title {number}</title></head><body><article><h1>Title {number}</h1>
        <p>The {Words[number]} was opened on Sunday by the mayor, who spoke for an hour before the rain came down on guests, musicians and flags of the town.</p>
        <p>Work on the {Words[number]} had begun four years ago and cost nine million, a third more than had been planned when the old one was torn down in spring.</p>
        <p>Children of two schools sang. Firemen poured coffee, and the band went on to play under umbrellas until it was dark. Nobody left.</p></article></body></html>
        """;

    private string Entry(int number, string? title = null, string? text = null, string? link = "", DateTimeOffset? updated = null)
    {
        string address = link is null ? "" : $"<link href='{(link.Length == 0 ? _server.Address($"/{number}").AbsoluteUri : link)}'/>";
        string change = updated is { } at ? $"<updated>{at:O}</updated>" : "";
        return $"<entry><id>urn:{number}</id><title>{title ?? $"About the {Words[number]}"}</title>{address}<published>{TestBot.Begin.AddHours(-number):O}</published>"
            + $"{change}<summary>{text ?? $"The mayor opened the {Words[number]}."}</summary></entry>";
    }

    private static string Feed(params string[] entries) =>
        $"<feed xmlns='http://www.w3.org/2005/Atom'><title>The Daily</title>{string.Concat(entries)}</feed>";

    private async Task<TestBot> StartAsync(string provider = "sqlite", int pages = 2)
    {
        for (int i = 1; i < Words.Length; i++)
        {
            _site.TryAdd($"/{i}", Page(i));
        }

        return await TestBot.StartAsync(
            provider, Cancel, new("Fetch:AllowedHosts:0", _server.Host), new("Ingest:FeedPages", $"{pages}"));
    }

    private Task<Source> FollowAsync(TestBot bot)
    {
        string location = _server.Address("/feed").AbsoluteUri;
        return bot.Get<SourceStore>().AddAsync(
            bot.Operator, new NewSource(SourceKeys.Location(location), SourceKind.Feed, "The Daily", location, bot.Clock.GetUtcNow()), Cancel);
    }

    private async Task<IEnumerable<string>> PollAsync(TestBot bot)
    {
        int before = _server.Requests.Count;
        await bot.Get<ISourcePoller>().PollAsync(Assert.Single(await bot.Get<SourceStore>().ListAsync(bot.Operator, Cancel)), Cancel);
        return _server.Requests.Skip(before).Select(request => request.Path);
    }

    private static async Task<IReadOnlyList<Article>> ArticlesAsync(TestBot bot)
    {
        ArticleStore articles = bot.Get<ArticleStore>();
        IReadOnlyList<ArticleHead> heads = await articles.NewestAsync(bot.Operator, NewsWindow.Until(bot.Clock.GetUtcNow().AddDays(1)), 100, Cancel);
        return await articles.ReadAsync(bot.Operator, [.. heads.Select(head => head.Id)], Cancel);
    }
}
