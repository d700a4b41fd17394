using DigestBot.Ingest.Fetching;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Ingest.Fetching;

public sealed class RetryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("429 Too Many Requests", "120", 120)]
    [InlineData("503 Service Unavailable", "120", 120)]
    [InlineData("429 Too Many Requests", "Tue, 03 Mar 2026 08:00:00 GMT", 3600)]
    [InlineData("503 Service Unavailable", "Tuesday, 03-Mar-26 08:00:00 GMT", 3600)]
    [InlineData("503 Service Unavailable", "Tue Mar  3 08:00:00 2026", 3600)]
    [InlineData("503 Service Unavailable", "Tue, 03 Mar 2026 06:00:00 GMT", 0)]
    [InlineData("503 Service Unavailable", "99999999999999999999", int.MaxValue)]
    public async Task The_patience_that_a_server_asks_for_is_handed_on(string status, string retryAfter, int seconds)
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Status(status, $"Retry-After: {retryAfter}"));
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(server), new FakeTimeProvider(Now));

        FetchOutcome outcome = await fetcher.FetchAsync(server.Address());

        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.IsType<FetchOutcome.Failed>(outcome).RetryAfter);
    }

    [Theory]
    [InlineData("429 Too Many Requests")]
    [InlineData("502 Bad Gateway")]
    [InlineData("503 Service Unavailable")]
    public async Task A_server_that_asks_for_patience_is_not_asked_again_at_once(string status)
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Status(status, "Retry-After: 1"), Reply.Ok());

        Assert.IsType<FetchOutcome.Failed>(await FetchWhileTimePassesAsync(server));
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("1.5")]
    public async Task A_retry_after_that_means_nothing_is_no_answer(string retryAfter)
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Status("429 X", $"Retry-After: {retryAfter}"));
        await using TestFetcher fetcher = TestFetcher.For(server);

        Assert.Null(Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(server.Address())).RetryAfter);
    }

    [Theory]
    [InlineData("502 Bad Gateway")]
    [InlineData("503 Service Unavailable")]
    [InlineData("504 Gateway Timeout")]
    public async Task A_passing_failure_is_tried_again_for_a_person_who_waits(string status)
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Status(status), Reply.Status(status), Reply.Ok());

        Assert.IsType<FetchOutcome.Fetched>(await FetchWhileTimePassesAsync(server));
        Assert.Equal(3, server.Connections);
    }

    [Fact]
    public async Task A_dropped_connection_is_tried_again_for_a_person_who_waits()
    {
        await using LoopbackServer server = LoopbackServer.Answering(
            [.. Reply.Head("200 OK", "Content-Length: 1000"), .. "<rss>"u8], Reply.Ok());

        Assert.IsType<FetchOutcome.Fetched>(await FetchWhileTimePassesAsync(server));
    }

    [Fact]
    public async Task Retries_do_not_buy_more_time()
    {
        var clock = new FakeTimeProvider(Now);
        await using LoopbackServer server = LoopbackServer.Answering(_ =>
        {
            clock.Advance(TimeSpan.FromSeconds(12));
            return Reply.Status("502 Bad Gateway");
        });

        FetchOutcome outcome = await FetchWhileTimePassesAsync(server, clock, TimeSpan.FromSeconds(20), passes: () => server.Connections > 0);

        Assert.Contains("within 20 seconds", Assert.IsType<FetchOutcome.Failed>(outcome).Reason, StringComparison.Ordinal);
        Assert.InRange(server.Connections, 1, 2);
    }

    [Fact]
    public async Task After_two_retries_the_failure_is_told()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Status("502 Bad Gateway"));

        Assert.Equal(502, Assert.IsType<FetchOutcome.Failed>(await FetchWhileTimePassesAsync(server)).Status);
        Assert.Equal(3, server.Connections);
    }

    [Theory]
    [InlineData("404 Not Found")]
    [InlineData("429 Too Many Requests")]
    [InlineData("500 Internal Server Error")]
    public async Task A_lasting_failure_is_not_tried_again(string status)
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Status(status), Reply.Ok());

        Assert.IsType<FetchOutcome.Failed>(await FetchWhileTimePassesAsync(server));
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_polled_source_is_asked_once_whatever_happens()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Status("502 Bad Gateway"), Reply.Ok());
        await using TestFetcher fetcher = TestFetcher.For(server);

        Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(new FetchRequest(server.Address(), FetchKind.Feed)));
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData("Cache-Control: max-age=600", 600)]
    [InlineData("Cache-Control: public, Max-Age=\"600\" , stale-while-revalidate=30", 600)]
    [InlineData("Cache-Control: max-age=99999999999999", int.MaxValue)]
    [InlineData("Cache-Control: s-maxage=5, max-age=soon", null)]
    [InlineData("Expires: Tue, 03 Mar 2026 08:00:00 GMT", 3600)]
    [InlineData("Expires: Tue, 03 Mar 2026 06:00:00 GMT", 0)]
    [InlineData("Expires: -1", null)]
    [InlineData("X-Nothing: 1", null)]
    public async Task The_time_that_a_server_asks_not_to_be_asked_is_handed_on(string header, int? seconds)
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok("<rss/>", header));
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(server), new FakeTimeProvider(Now));

        var fetched = Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(server.Address()));

        Assert.Equal(seconds is { } value ? TimeSpan.FromSeconds(value) : null, fetched.MaxAge);
    }

    private static FetchRequest OneShot(LoopbackServer server) =>
        new(server.Address(), FetchKind.Feed) { RetryPassingFailures = true };

    // The deadline is far enough that only the pauses between tries pass.
    private static Task<FetchOutcome> FetchWhileTimePassesAsync(LoopbackServer server) =>
        FetchWhileTimePassesAsync(server, new FakeTimeProvider(Now), TimeSpan.FromDays(1));

    private static async Task<FetchOutcome> FetchWhileTimePassesAsync(
        LoopbackServer server, FakeTimeProvider clock, TimeSpan deadline, Func<bool>? passes = null)
    {
        FetchOptions options = TestFetcher.Allowing(server) with { TotalTimeout = deadline };
        await using var fetcher = new TestFetcher(options, clock);
        Task<FetchOutcome> fetching = fetcher.FetchAsync(OneShot(server));
        while (!fetching.IsCompleted)
        {
            clock.Advance(passes?.Invoke() is false ? TimeSpan.Zero : TimeSpan.FromMilliseconds(250));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        return await fetching;
    }
}
