using DigestBot.Ingest;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest;

/// <summary>A page with hardly any text is completed from the plainer form that it offers, AMP or print, and from nowhere else.</summary>
public sealed class PlainerPageTests : IAsyncDisposable
{
    private const string Teaser = "Readers are asked to wait while the page loads.";
    private const string Last = "Nobody left before midnight.";

    private readonly Dictionary<string, byte[]> _site = new(StringComparer.Ordinal);
    private readonly LoopbackServer _server;

    public PlainerPageTests() => _server = LoopbackServer.Answering(request => _site.GetValueOrDefault(request.Path) ?? Reply.Status("404 Not Found"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("<link rel='amphtml' href='/plain'>")]
    [InlineData("<link rel='alternate' media='print' href='/plain'>")]
    [InlineData("<link rel='alternate' media='print' href='/other'><link rel='amphtml' href='/plain'>")]
    public async Task Its_text_is_that_of_the_plainer_form_and_its_address_its_own(string offer)
    {
        _site["/page"] = Page(Teaser, offer);
        _site["/plain"] = Page(Article(), "");

        var found = Assert.IsType<SourceReading.Found>(await ReadAsync());

        IncomingArticle article = Assert.Single(found.Articles);
        Assert.Contains(Last, article.Text, StringComparison.Ordinal);
        Assert.Equal(_server.Address("/page").AbsoluteUri, article.Url);
        Assert.Equal(["/page", "/robots.txt", "/plain"], _server.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task A_page_without_any_article_has_that_of_its_plainer_form()
    {
        _site["/page"] = Page("", "<link rel='amphtml' href='/plain'>");
        _site["/plain"] = Page(Article(), "<link rel='canonical' href='/plain'>");

        var found = Assert.IsType<SourceReading.Found>(await ReadAsync());

        Assert.Contains(Last, Assert.Single(found.Articles).Text, StringComparison.Ordinal);
        Assert.Equal(_server.Address("/page").AbsoluteUri, found.Articles[0].Url);
    }

    [Fact]
    public async Task What_has_text_enough_is_not_looked_for_elsewhere()
    {
        _site["/page"] = Page(Article(), "<link rel='amphtml' href='/plain'>");

        Assert.IsType<SourceReading.Found>(await ReadAsync());
        Assert.DoesNotContain("/plain", _server.Requests.Select(request => request.Path));
    }

    [Theory]
    [InlineData("<link rel='amphtml' href='/page'>")] // itself
    [InlineData("<link rel='amphtml' href='http://169.254.169.254/latest'>")]
    [InlineData("<link rel='amphtml' href='http://127.0.0.1:1/plain'>")]
    [InlineData("<link rel='amphtml' href='https://amp.other.example/plain'>")]
    [InlineData("<link rel='amphtml' href='javascript:alert(1)'>")]
    [InlineData("<link rel='amphtml' href='/loop'>")]
    [InlineData("<link rel='amphtml' href='/away'>")]
    [InlineData("<link rel='amphtml' href='/thinner'>")]
    [InlineData("<link rel='amphtml' href='/forbidden'>")]
    [InlineData("<link rel='amphtml' href='/noarchive'>")]
    [InlineData("<link rel='amphtml' href='/chain'>")]
    public async Task An_offer_that_leads_elsewhere_or_to_nothing_changes_nothing(string offer)
    {
        await using LoopbackServer other = LoopbackServer.Answering(Page(Article(), ""));
        _site["/robots.txt"] = Reply.Ok("User-agent: *\nDisallow: /forbidden");
        _site["/loop"] = Reply.Redirect("/loop");
        _site["/away"] = Reply.Redirect(other.Address("/plain").AbsoluteUri);
        _site["/thinner"] = Page("Wait.", "");
        _site["/forbidden"] = Page(Article(), "");
        _site["/noarchive"] = Page(Article(), "<meta name='robots' content='noarchive'>");
        _site["/chain"] = Page("Wait here.", "<link rel='amphtml' href='/forbidden'>");
        _site["/page"] = Page(Teaser, offer);

        var found = Assert.IsType<SourceReading.Found>(await ReadAsync(other));

        Assert.Equal(Teaser, Assert.Single(found.Articles).Text);
        Assert.DoesNotContain("/forbidden", _server.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task A_page_that_is_not_to_be_kept_is_not_had_by_another_way()
    {
        _site["/page"] = Page("", "<meta name='robots' content='noarchive'><link rel='amphtml' href='/plain'>");
        _site["/plain"] = Page(Article(), "");

        Assert.Contains("noarchive", Assert.IsType<SourceReading.Failed>(await ReadAsync()).Why, StringComparison.Ordinal);
        Assert.DoesNotContain("/plain", _server.Requests.Select(request => request.Path));
    }

    private async Task<SourceReading> ReadAsync(LoopbackServer? other = null)
    {
        await using TestFetcher fetcher = TestFetcher.For(_server, other ?? _server);
        return await fetcher.Reader().LookAsync(_server.Address("/page").AbsoluteUri, discover: false, Cancel);
    }

    private static string Article() =>
        "The harbour was opened on Sunday by the mayor, who spoke for an hour before the rain came down on guests, musicians and flags of the town.</p>"
        + "<p>Work on it had begun four years ago and cost nine million, a third more than had been planned when the old one was torn down in spring.</p>"
        + $"<p>Children of two schools sang. Firemen poured coffee, and the band went on to play under umbrellas until it was dark. {Last}";

    private static byte[] Page(string text, string head) => Reply.Ok(
        $"<!doctype html><html><head><title>The harbour reopens</title>{head}</head><body><article><h1>The harbour reopens</h1><p>{text}</p></article></body></html>",
        "Content-Type: text/html");
}
