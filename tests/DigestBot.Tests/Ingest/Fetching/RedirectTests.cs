using System.Globalization;
using DigestBot.Ingest.Fetching;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest.Fetching;

public sealed class RedirectTests
{
    [Fact]
    public async Task A_redirect_to_a_private_address_never_connects_to_it()
    {
        await using LoopbackServer secret = LoopbackServer.Answering(Reply.Ok("secret"));
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Redirect(secret.Address().AbsoluteUri));
        await using TestFetcher fetcher = TestFetcher.For(server);

        FetchOutcome outcome = await fetcher.FetchAsync(server.Address());

        Assert.Equal(
            "127.0.0.1 is not on the public internet (loopback); Fetch:AllowedHosts can allow it.",
            Assert.IsType<FetchOutcome.Refused>(outcome).Reason);
        Assert.Equal(0, secret.Connections);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://ftp.example/feed")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/xml,<rss/>")]
    [InlineData("\\\\files.example\\share")]
    public async Task A_redirect_away_from_the_web_is_refused(string location)
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Redirect(location));
        await using TestFetcher fetcher = TestFetcher.For(server);

        FetchOutcome outcome = await fetcher.FetchAsync(server.Address());

        Assert.Equal(
            $"{server.Host} redirects to something that is not a web address.",
            Assert.IsType<FetchOutcome.Refused>(outcome).Reason);
    }

    [Fact]
    public async Task A_redirect_in_a_circle_is_refused_when_it_closes()
    {
        await using LoopbackServer server = LoopbackServer.Answering(
            request => Reply.Redirect(request.Path == "/a" ? "/b" : "/a"));
        await using TestFetcher fetcher = TestFetcher.For(server);

        FetchOutcome outcome = await fetcher.FetchAsync(server.Address("/a"));

        Assert.Equal($"{server.Host} redirects in a circle.", Assert.IsType<FetchOutcome.Refused>(outcome).Reason);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_the_sixth_is_refused()
    {
        await using LoopbackServer server = LoopbackServer.Answering(request =>
            int.Parse(request.Path.AsSpan(1), CultureInfo.InvariantCulture) is var left and > 0
                ? Reply.Redirect($"/{left - 1}")
                : Reply.Ok());
        await using TestFetcher fetcher = TestFetcher.For(server);

        FetchOutcome five = await fetcher.FetchAsync(server.Address("/5"));
        FetchOutcome six = await fetcher.FetchAsync(server.Address("/6"));

        Assert.Equal(server.Address("/0"), Assert.IsType<FetchOutcome.Fetched>(five).Address);
        Assert.Equal($"{server.Host} redirects too many times.", Assert.IsType<FetchOutcome.Refused>(six).Reason);
        Assert.DoesNotContain(server.Requests.Skip(6), request => request.Path == "/0");
    }

    [Theory]
    [InlineData("301 Moved Permanently", "308 Permanent Redirect", true)]
    [InlineData("301 Moved Permanently", "302 Found", false)]
    [InlineData("307 Temporary Redirect", "301 Moved Permanently", false)]
    [InlineData("303 See Other", "303 See Other", false)]
    public async Task A_move_is_permanent_only_if_every_step_is(string first, string second, bool permanent)
    {
        await using LoopbackServer server = LoopbackServer.Answering(
            Reply.Redirect("/b", first), Reply.Redirect("/c", second), Reply.Ok());
        await using TestFetcher fetcher = TestFetcher.For(server);

        var fetched = Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(server.Address("/a")));

        Assert.Equal(permanent, fetched.MovedPermanently);
        Assert.Equal(server.Address("/c"), fetched.Address);
    }

    [Fact]
    public async Task An_answer_without_redirects_has_not_moved()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok());
        await using TestFetcher fetcher = TestFetcher.For(server);

        Assert.False(Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(server.Address())).MovedPermanently);
    }

    [Fact]
    public async Task A_redirect_that_names_no_target_is_one_clear_failure()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Status("302 Found"));
        await using TestFetcher fetcher = TestFetcher.For(server);

        var failed = Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(server.Address()));

        Assert.Equal($"{server.Host} redirects without saying where to.", failed.Reason);
        Assert.Equal(302, failed.Status);
    }
}
