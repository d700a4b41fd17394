using DigestBot.Ingest;
using DigestBot.Ingest.Reading;
using DigestBot.Ingest.Robots;
using DigestBot.Ingest.Sitemaps;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Ingest;

/// <summary>A sitemap lists a whole site; only what may be new is asked for, however it lies.</summary>
public sealed class SitemapChoiceTests
{
    private static readonly Uri Address = new("https://www.news.example/sitemap.xml");
    private static readonly DateTimeOffset Since = TestBot.Begin.AddDays(-7);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Where_most_pages_say_to_have_changed_none_is_believed()
    {
        var tried = Enumerable.Range(0, 10).ToDictionary(i => (long)i, _ => Since);

        Assert.Equal(3, Edited(3, of: 3));
        Assert.Equal(5, Edited(5, of: 10));
        Assert.Equal(0, Edited(6, of: 10));

        int Edited(int changed, int of) => SitemapChoice.Edited(
            [
                .. Enumerable.Range(0, of).Select(i => new SitemapPage(
                    i, new SitemapEntry(new Uri($"https://daily.example/{i}"), Since.AddHours(i < changed ? 1 : -1), null, null))),
            ],
            tried,
            Since.AddHours(2)).Count;
    }

    [Fact]
    public void Recent_pages_come_first_newest_first_and_each_once()
    {
        IEnumerable<string> chosen = Choose(
            Entry("/undated", null),
            Entry("/old", Since.AddSeconds(-1)),
            Entry("/yesterday", TestBot.Begin.AddDays(-1)),
            Entry("/today", TestBot.Begin),
            Entry("/today?utm_source=x", TestBot.Begin),
            Entry("/", TestBot.Begin));

        Assert.Equal(["/today", "/yesterday", "/undated"], chosen);
    }

    [Fact]
    public void Of_pages_without_dates_those_at_either_end_are_asked_for()
    {
        string[] chosen = [.. Choose([.. Enumerable.Range(0, 5_000).Select(i => Entry($"/{i}", null))])];

        Assert.Equal(2 * SitemapChoice.MostUndated, chosen.Length);
        Assert.Equal(("/0", "/49", "/4999", "/4950"), (chosen[0], chosen[49], chosen[50], chosen[99]));
    }

    [Fact]
    public void A_site_that_changed_everything_at_once_is_taken_as_one_that_says_nothing()
    {
        SitemapEntry[] liar = [.. Enumerable.Range(0, SitemapChoice.MostRecent + 1).Select(i => Entry($"/{i}", TestBot.Begin))];

        Assert.Equal(2 * SitemapChoice.MostUndated, Choose(liar).Count());
        Assert.Equal(SitemapChoice.MostRecent, Choose(liar[1..]).Count());
    }

    [Fact]
    public void No_list_of_news_makes_more_than_so_many() => Assert.Equal(
        SitemapChoice.MostRecent,
        Choose([.. Enumerable.Range(0, SitemapChoice.MostRecent + 500).Select(i => Entry($"/{i}", null) with { Published = TestBot.Begin })]).Count());

    [Theory]
    [InlineData("https://news.example/a", true)]
    [InlineData("http://www.news.example/a", true)]
    [InlineData("https://sport.news.example/a", true)]
    [InlineData("https://othernews.example/a", false)]
    [InlineData("https://news.example.evil.example/a", false)]
    [InlineData("https://example/a", false)]
    [InlineData("https://news.example:8443/a", false)]
    [InlineData("https://93.184.216.34/a", false)]
    public void A_site_speaks_for_its_host_and_those_under_it(string other, bool isSame) => Assert.Equal(isSame, SameSite.Has(Address, new Uri(other)));

    [Fact]
    public async Task Pages_end_after_five_minutes_and_after_three_failures_in_a_row()
    {
        var clock = new FakeTimeProvider(TestBot.Begin);
        await using LoopbackServer slow = LoopbackServer.Answering(request =>
        {
            clock.Advance(request.Path == "/robots.txt" ? TimeSpan.Zero : TimeSpan.FromMinutes(3));
            return Reply.Status("404 Not Found");
        });
        await using LoopbackServer broken = LoopbackServer.Answering(
            request => Reply.Status(request.Path == "/robots.txt" ? "404 Not Found" : "500 Internal Server Error"));

        PageVisits late = await VisitAsync(slow, clock);
        PageVisits failed = await VisitAsync(broken, clock);

        Assert.Equal((3, 2, true), (slow.Connections, late.Tried.Count, late.HasMore));
        Assert.Equal((4, 0, true), (broken.Connections, failed.Tried.Count, failed.HasMore));
    }

    private static async Task<PageVisits> VisitAsync(LoopbackServer server, TimeProvider clock)
    {
        await using var fetcher = TestFetcher.For(server);
        var robots = new RobotsGate(fetcher.Fetcher, clock);
        var visits = new PageVisits(fetcher.Fetcher, robots, new PageReader(fetcher.Fetcher, robots), server.Address(), Since, clock);
        await visits.RunAsync(
            [.. Enumerable.Range(1, 9).Select(i => new SitemapPage(i, new SitemapEntry(server.Address($"/{i}"), null, null, null)))], 9, Cancel);
        return visits;
    }

    private static SitemapEntry Entry(string path, DateTimeOffset? modified) => new(new Uri($"https://news.example{path}"), modified, null, null);

    private static IEnumerable<string> Choose(params SitemapEntry[] entries) =>
        SitemapChoice.Of(entries, Address, Since).Select(page => page.Entry.Location.PathAndQuery);
}
