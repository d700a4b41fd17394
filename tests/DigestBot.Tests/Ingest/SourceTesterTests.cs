using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Ingest;

/// <summary>Whoever tests an address sees what would be stored, and each decision.</summary>
public sealed class SourceTesterTests
{
    private const string Long = "The river rose through the night, and by morning the lower town stood under a metre of water, officials said. ";

    private const string Feed = $"""
        <rss version="2.0"><channel><title>The Daily</title><ttl>180</ttl><language>en-GB</language>
        <item><title>Dam breaks</title><link>https://daily.example/dam?utm_source=rss</link><pubDate>Tue, 03 Mar 2026 08:00:00 GMT</pubDate><description>{Long}{Long}{Long}{Long}</description></item>
        <item><title>Vote ahead</title><link>https://daily.example/vote</link><pubDate>Fri, 06 Mar 2026 08:00:00 GMT</pubDate><description>Few words.</description></item>
        <item><title>Nothing but this</title></item>
        <item><guid>4</guid></item>
        </channel></rss>
        """;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_shows_how_the_feed_was_found_how_its_server_answered_and_when_it_would_be_asked_again()
    {
        await using var server = LoopbackServer.Answering(request => request.Path switch
        {
            "/" => Reply.Ok("""<html><head><link rel="alternate" type="application/rss+xml" href="/old"></head><body>x</body></html>"""),
            "/old" => Reply.Redirect("/rss?key=s3cret", "301 Moved Permanently"),
            "/rss?key=s3cret" => Reply.Ok(Feed, "ETag: 1"),
            _ => Reply.Status("404 Not Found"),
        });

        SourceTest test = await TestAsync(server, "/");

        Assert.Equal((SourceKind.Feed, "The Daily", server.Address("/old").AbsoluteUri), (test.Kind, test.Title, test.Location));
        Assert.Equal((FoundBy.Link, 200, "RSS 2.0", "utf-8", 4), (test.Sight!.By, test.Sight.Status, test.Sight.Format, test.Sight.Encoding, test.Sight.Entries));
        Assert.Equal([301], test.Sight.Redirects.Select(hop => hop.Status));
        Assert.Equal([$"{server.Address("/rss").AbsoluteUri}?key=…"], test.Redirects);
        Assert.Equal((true, false), test.Validators);
        Assert.False(test.RobotsAsked);
        Assert.Equal(CheckReason.AskedByFeed, test.Next!.Value.Why);
        Assert.InRange(test.Next.Value.At - _clock.GetUtcNow(), TimeSpan.FromHours(3), TimeSpan.FromHours(3.5));
    }

    [Fact]
    public async Task It_shows_articles_as_they_would_be_stored_and_why_their_date_is_what_it_is()
    {
        await using var server = LoopbackServer.Answering(Reply.Ok(Feed));

        SourceTest test = await TestAsync(server, "/feed");

        Assert.Equal((1, 1, 1), (test.WithoutText, test.WithoutDate, test.WithoutLink));
        Assert.Equal(
            [
                ("https://daily.example/dam", DateBasis.Published, TextExtent.Text),
                ("https://daily.example/vote", DateBasis.Ahead, TextExtent.Teaser),
                (server.Address("/feed").AbsoluteUri, DateBasis.NoDate, TextExtent.Headline),
            ],
            test.Articles.Select(found => (found.Article.Url, found.Basis, found.Extent)));
        Assert.Equal(_clock.GetUtcNow().AddHours(-1), test.Articles[0].Article.Effective);
        Assert.All(test.Articles.Skip(1), found => Assert.Equal(_clock.GetUtcNow(), found.Article.Effective));
        Assert.All(test.Articles, found => Assert.Equal("en-GB", found.Article.Language));
    }

    [Fact]
    public async Task A_page_is_read_as_robots_txt_allows_and_one_that_is_gone_is_told_in_one_sentence()
    {
        await using var server = LoopbackServer.Answering(request => request.Path switch
        {
            "/page" => Reply.Ok($"<html lang='en'><head><title>Dam</title></head><body><article><h1>Dam</h1><p>{Long}</p><p>{Long}</p></article></body></html>"),
            "/gone?key=s3cret" => Reply.Status("410 Gone"),
            _ => Reply.Status("404 Not Found"),
        });

        SourceTest page = await TestAsync(server, "/page");
        SourceTest gone = await TestAsync(server, "/gone?key=s3cret");

        Assert.Equal((SourceKind.Page, true, "HTML", FoundBy.Address), (page.Kind, page.RobotsAsked, page.Sight!.Format, page.Sight.By));
        Assert.Equal((null, $"{server.Host} answered 410 Gone.", $"{server.Address("/gone").AbsoluteUri}?key=…"), (gone.Kind, Assert.Single(gone.Problems), gone.Location));
        Assert.Null(gone.Next);
    }

    [Fact]
    public async Task A_page_tells_when_it_was_changed_its_lead_image_and_that_it_is_not_free()
    {
        await using var server = LoopbackServer.Answering(request => request.Path switch
        {
            "/page" => Reply.Ok($$"""
                <html><head><title>Dam</title><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-03-01","dateModified":"2026-03-02",
                "image":[{"url":"/dam.jpg"}],"hasPart":{"isAccessibleForFree":"False"} }</script></head><body><p>{{Long}}</p><p>{{Long}}Second.</p></body></html>
                """),
            _ => Reply.Status("404 Not Found"),
        });

        FoundArticle found = Assert.Single((await TestAsync(server, "/page")).Articles);

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero), found.Article.Modified);
        Assert.Equal(server.Address("/dam.jpg"), found.Image);
        Assert.True(found.Article.IsPaywalled);
    }

    private async Task<SourceTest> TestAsync(LoopbackServer server, string path)
    {
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(server), _clock);
        var timing = new PollTiming(Microsoft.Extensions.Options.Options.Create(new IngestOptions()), new Random(7));
        return await new SourceTester(fetcher.Reader(_clock), timing, _clock).TestAsync(server.Address(path).AbsoluteUri, Cancel);
    }
}
