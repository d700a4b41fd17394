using System.Text;
using DigestBot.Ingest.Fetching;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest.Fetching;

public sealed class ConditionalRequestTests
{
    [Theory]
    [InlineData("\"abc\"", "Tue, 03 Mar 2026 07:00:00 GMT")]
    [InlineData("W/\"abc\"", "Tue, 03 Mar 2026 07:00:00 +0000")]
    [InlineData("abc", "2026-03-03")]
    [InlineData("\"a\", \"b\"", "Tuesday, 03-Mar-26 07:00:00 GMT")]
    [InlineData("\"caf\u00e9\"", "yesterday")]
    [InlineData("\"", "0")]
    [InlineData("\"abc-gzip\";x", "Tue,  3 Mar 2026  7:00:00 GMT")]
    public async Task Validators_come_back_byte_for_byte(string etag, string lastModified)
    {
        await using LoopbackServer server = LoopbackServer.Serving(async (_, stream, cancel) => await stream.WriteAsync(
            Reply.Ok("<rss/>", $"ETag: {etag}", $"Last-Modified: {lastModified}"), cancel));
        await using TestFetcher fetcher = TestFetcher.For(server);

        var first = Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(server.Address()));
        await fetcher.FetchAsync(new FetchRequest(server.Address(), FetchKind.Feed, first.ETag, first.LastModified));

        Assert.Null(server.Requests[0]["If-None-Match"]);
        Assert.Null(server.Requests[0]["If-Modified-Since"]);
        Assert.Equal(etag, server.Requests[1]["If-None-Match"]);
        Assert.Equal(lastModified, server.Requests[1]["If-Modified-Since"]);
    }

    [Fact]
    public async Task An_unchanged_feed_hands_on_the_new_validators_of_the_304()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Head(
            "304 Not Modified", "ETag: \"new\"", "Last-Modified: now", "Cache-Control: max-age=1800", "Connection: close"));
        await using TestFetcher fetcher = TestFetcher.For(server);

        FetchOutcome outcome = await fetcher.FetchAsync(new FetchRequest(server.Address(), FetchKind.Feed, "\"old\"", "then"));

        Assert.Equal(new FetchOutcome.NotModified("\"new\"", "now", TimeSpan.FromMinutes(30)), outcome);
    }

    [Fact]
    public async Task A_304_without_validators_leaves_those_that_were_sent()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Head("304 Not Modified", "Connection: close"));
        await using TestFetcher fetcher = TestFetcher.For(server);

        FetchOutcome outcome = await fetcher.FetchAsync(new FetchRequest(server.Address(), FetchKind.Feed, "\"old\"", "then"));

        Assert.Equal(new FetchOutcome.NotModified("\"old\"", "then", null), outcome);
    }

    [Fact]
    public async Task A_304_that_nobody_asked_for_is_a_failure()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Head("304 Not Modified", "Connection: close"));
        await using TestFetcher fetcher = TestFetcher.For(server);

        Assert.Equal(304, Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(server.Address())).Status);
    }

    [Theory]
    [InlineData("\"a\"\r\nX-Injected: 1")]
    [InlineData("\"\u4e2d\"")]
    public async Task A_validator_that_no_header_can_carry_is_not_sent(string etag)
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok());
        await using TestFetcher fetcher = TestFetcher.For(server);

        FetchOutcome outcome = await fetcher.FetchAsync(new FetchRequest(server.Address(), FetchKind.Feed, etag));

        Assert.IsType<FetchOutcome.Fetched>(outcome);
        Assert.Null(server.Requests[0]["If-None-Match"]);
        Assert.Null(server.Requests[0]["X-Injected"]);
    }

    [Fact]
    public async Task The_body_and_type_arrive_as_they_were_sent()
    {
        byte[] body = Encoding.UTF8.GetBytes("<rss>é</rss>");
        await using LoopbackServer server = LoopbackServer.Answering(
            Reply.Ok(Reply.Gzip(body), "Content-Encoding: gzip", "Content-Type: text/xml; charset=odd;;"));
        await using TestFetcher fetcher = TestFetcher.For(server);

        var fetched = Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(server.Address()));

        Assert.Equal(body, fetched.Body);
        Assert.Equal("text/xml; charset=odd;;", fetched.ContentType);
        Assert.Null(fetched.MaxAge);
    }
}
