using DigestBot.Ingest;
using DigestBot.Ingest.Robots;
using DigestBot.News;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Ingest.Robots;

public sealed class RobotsGateTests
{
    private const string Long = "The river rose through the night, and by morning the lower town stood under a metre of water, officials said. ";
    private const string Page = $"<html><head><title>Dam breaks</title></head><body><article><h1>Dam breaks</h1><p>{Long}</p><p>{Long}Second.</p></article></body></html>";
    private const string Forbidding = "User-agent: *\nDisallow: /news/";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_page_that_robots_txt_forbids_is_never_asked_for()
    {
        await using var server = Serving(Reply.Ok(Forbidding, "Content-Type: text/plain"));

        SourceReading reading = await PollAsync(server, "/news/dam");

        Assert.Equal($"The robots.txt of {server.Host} does not allow DigestBot to read this page.", Assert.IsType<SourceReading.Failed>(reading).Why);
        Assert.Equal(["/robots.txt"], server.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task A_page_that_somebody_names_is_not_read_as_an_article_against_robots_txt()
    {
        await using var server = Serving(Reply.Ok(Forbidding));
        await using TestFetcher fetcher = Fetcher(server);

        SourceReading reading = await Reader(fetcher).LookAsync(server.Address("/news/dam").AbsoluteUri, discover: true, Cancel);

        Assert.Contains("does not allow", Assert.IsType<SourceReading.Failed>(reading).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_is_published_for_programs_so_robots_txt_is_not_asked()
    {
        await using var server = LoopbackServer.Answering(Reply.Ok("<rss version='2.0'><channel><title>A</title></channel></rss>"));
        await using TestFetcher fetcher = Fetcher(server);

        SourceReading reading = await Reader(fetcher).LookAsync(server.Address("/news/feed").AbsoluteUri, discover: true, Cancel);

        Assert.IsType<SourceReading.Found>(reading);
        Assert.DoesNotContain(server.Requests, request => request.Path == "/robots.txt");
    }

    [Theory]
    [InlineData("404 Not Found", true)]
    [InlineData("403 Forbidden", true)]
    [InlineData("429 Too Many Requests", false)]
    [InlineData("500 Internal Server Error", false)]
    [InlineData("503 Service Unavailable", false)]
    public async Task Without_a_robots_txt_pages_are_read_but_not_while_its_server_fails(string status, bool isRead)
    {
        await using var server = Serving(Reply.Status(status));

        Assert.Equal(isRead, await PollAsync(server, "/news/dam") is SourceReading.Found);
    }

    [Fact]
    public async Task A_failing_server_is_asked_again_after_an_hour_and_a_good_answer_kept_for_a_day()
    {
        int asked = 0;
        await using var server = LoopbackServer.Answering(request =>
            request.Path == "/robots.txt" && ++asked == 1 ? Reply.Status("500 Internal Server Error") : Reply.Ok("User-agent: *\nAllow: /"));
        await using TestFetcher fetcher = Fetcher(server);
        var gate = new RobotsGate(fetcher.Fetcher, _clock);
        Uri address = server.Address("/news/dam");

        Assert.Contains("could not be read", await gate.RefusalAsync(address, Cancel), StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(await gate.RefusalAsync(address, Cancel));
        Assert.Equal(1, asked);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await gate.RefusalAsync(address, Cancel));
        _clock.Advance(TimeSpan.FromHours(23));
        Assert.Null(await gate.RefusalAsync(address, Cancel));
        Assert.Equal(2, asked);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await gate.RefusalAsync(address, Cancel));
        Assert.Equal(3, asked);
    }

    [Theory]
    [InlineData("X-Robots-Tag: noarchive", "")]
    [InlineData("X-Robots-Tag: digestbot: noarchive", "")]
    [InlineData("X-Odd: 1", "<meta name=\"robots\" content=\"index, noarchive\">")]
    public async Task A_page_that_asks_not_to_be_kept_is_not_kept(string header, string meta)
    {
        await using var server = LoopbackServer.Answering(request => request.Path == "/robots.txt"
            ? Reply.Status("404 Not Found")
            : Reply.Ok(Page.Replace("<head>", $"<head>{meta}", StringComparison.Ordinal), header));

        SourceReading reading = await PollAsync(server, "/news/dam");

        Assert.Contains("noarchive", Assert.IsType<SourceReading.Failed>(reading).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("googlebot: noarchive")]
    [InlineData("otherbot: nofollow, noarchive")]
    [InlineData("noindex, nofollow")]
    public void What_is_asked_of_other_robots_or_of_searches_does_not_forbid_keeping(string tags) => Assert.False(RobotsTags.ForbidKeeping(tags));

    [Fact]
    public async Task A_robots_txt_that_leads_into_a_private_network_is_refused_by_the_rule_that_it_breaks()
    {
        await using var server = Serving(Reply.Redirect("http://[64:ff9b::7f00:1]/robots.txt"));

        SourceReading reading = await PollAsync(server, "/news/dam");

        Assert.Contains("NAT64", Assert.IsType<SourceReading.Failed>(reading).Why, StringComparison.Ordinal);
        Assert.Equal(1, server.Connections);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static LoopbackServer Serving(byte[] robots) =>
        LoopbackServer.Answering(request => request.Path == "/robots.txt" ? robots : Reply.Ok(Page, "Content-Type: text/html"));

    private async Task<SourceReading> PollAsync(LoopbackServer server, string path)
    {
        await using TestFetcher fetcher = Fetcher(server);
        return await Reader(fetcher).PollAsync(
            new Source { Id = 1, Key = "k", Kind = SourceKind.Page, Name = "A", Location = server.Address(path).AbsoluteUri, Shared = true, Paused = false, Failures = 0, Articles = 0 },
            Cancel);
    }

    private SourceReader Reader(TestFetcher fetcher) => fetcher.Reader(_clock);

    private TestFetcher Fetcher(LoopbackServer server) => new(TestFetcher.Allowing(server), _clock);
}
