using System.Diagnostics;
using System.Text;
using DigestBot.Ingest.Fetching;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest.Fetching;

public sealed class PrivacyTests
{
    [Fact]
    public async Task A_server_learns_who_asks_for_what_and_nothing_else()
    {
        await using LoopbackServer server = LoopbackServer.Answering(
            [.. Reply.Head("302 Found", "Location: /next", "Set-Cookie: id=1; Path=/", "Content-Length: 0", "Connection: close")],
            Reply.Ok());
        await using TestFetcher fetcher = TestFetcher.For(server);
        using var activity = new Activity("poll");
        activity.Start();

        await fetcher.FetchAsync(server.Address());

        Assert.All(server.Requests, request => Assert.Equal(
            ["Accept", "Accept-Encoding", "Host", "User-Agent"], request.Headers.Keys.Order(StringComparer.Ordinal)));
        Assert.Equal("DigestBot/0.1 (+https://github.com/digestbot/digestbot)", server.Requests[1]["User-Agent"]);
        Assert.Contains("application/atom+xml", server.Requests[1]["Accept"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_stay_with_the_origin_that_they_were_given_for()
    {
        await using LoopbackServer other = LoopbackServer.Answering(Reply.Ok());
        await using LoopbackServer server = LoopbackServer.Answering(
            request => Reply.Redirect(request.Path == "/" ? "/own" : other.Address().AbsoluteUri));
        await using TestFetcher fetcher = TestFetcher.For(server, other);

        FetchOutcome outcome = await fetcher.FetchAsync(new Uri($"http://me:s%40cret@{server.Host}/"));

        Assert.IsType<FetchOutcome.Fetched>(outcome);
        string basic = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("me:s@cret"))}";
        Assert.All(server.Requests, request => Assert.Equal(basic, request["Authorization"]));
        Assert.Equal(2, server.Requests.Count);
        Assert.Null(Assert.Single(other.Requests)["Authorization"]);
    }

    [Fact]
    public async Task A_permanent_move_on_the_same_origin_keeps_the_credentials_of_the_feed()
    {
        await using LoopbackServer moved = LoopbackServer.Answering(request => request.Path == "/"
            ? Reply.Redirect($"http://{request["Host"]}/new?a=1", "301 Moved Permanently")
            : Reply.Ok());
        await using TestFetcher fetcher = TestFetcher.For(moved);

        FetchOutcome outcome = await fetcher.FetchAsync(new Uri($"http://me:s%40cret@{moved.Host}/"));

        Assert.Equal(
            $"http://me:s%40cret@{moved.Host}/new?a=1", Assert.IsType<FetchOutcome.Fetched>(outcome).Address.OriginalString);
    }

    [Fact]
    public async Task A_redirect_that_brings_its_own_credentials_is_refused()
    {
        await using LoopbackServer server = LoopbackServer.Answering(
            request => Reply.Redirect($"http://evil:evil@{request["Host"]}/x"));
        await using TestFetcher fetcher = TestFetcher.For(server);

        FetchOutcome outcome = await fetcher.FetchAsync(server.Address());

        Assert.Equal(
            $"{server.Host} redirects to an address with credentials.",
            Assert.IsType<FetchOutcome.Refused>(outcome).Reason);
    }

    [Theory]
    [InlineData("404 Not Found", "X-Nothing: 1")]
    [InlineData("302 Found", "Location: file:///secret")]
    [InlineData("302 Found", "Location: http://10.0.0.1/secret?secret")]
    [InlineData("302 Found", "X-Nothing: 1")]
    public async Task No_outcome_shows_the_secrets_of_an_address(string status, string header)
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Status(status, header));
        await using TestFetcher fetcher = TestFetcher.For(server);
        var request = new FetchRequest(new Uri($"http://secret:secret@{server.Host}/secret?key=secret"), FetchKind.Feed);

        FetchOutcome outcome = await fetcher.FetchAsync(request);

        Assert.DoesNotContain("secret", outcome.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", request.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://news.example/feed")]
    [InlineData("data:text/plain,x")]
    public async Task Only_web_addresses_are_read(string address)
    {
        await using var fetcher = new TestFetcher();

        FetchOutcome outcome = await fetcher.FetchAsync(new Uri(address));

        Assert.Equal(new FetchOutcome.Refused("Only http and https addresses are read."), outcome);
    }

    [Fact]
    public async Task A_relative_address_is_refused()
    {
        await using var fetcher = new TestFetcher();

        Assert.IsType<FetchOutcome.Refused>(await fetcher.FetchAsync(new Uri("/feed", UriKind.Relative)));
    }
}
