using DigestBot.Ingest.Fetching;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Ingest.Fetching;

public sealed class DeadlineTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nX-Slow")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>")]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\n")]
    [InlineData("")]
    public async Task A_server_that_drips_is_cut_off_at_the_deadline(string sent)
    {
        var clock = new FakeTimeProvider();
        var silent = new TaskCompletionSource();
        await using LoopbackServer server = LoopbackServer.Serving(async (_, stream, cancel) =>
        {
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(sent), cancel);
            silent.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
        });
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(server), clock);

        Task<FetchOutcome> fetching = fetcher.FetchAsync(server.Address());
        await silent.Task.WaitAsync(Cancel);
        Assert.False(fetching.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(
            $"{server.Host} did not answer completely within 20 seconds.",
            Assert.IsType<FetchOutcome.Failed>(await fetching).Reason);
    }

    [Fact]
    public async Task Redirects_do_not_buy_more_time()
    {
        var clock = new FakeTimeProvider();
        await using LoopbackServer server = LoopbackServer.Answering(request =>
        {
            clock.Advance(TimeSpan.FromSeconds(7));
            return Reply.Redirect(request.Path + "x");
        });
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(server), clock);

        FetchOutcome outcome = await fetcher.FetchAsync(server.Address());

        Assert.Contains("within 20 seconds", Assert.IsType<FetchOutcome.Failed>(outcome).Reason, StringComparison.Ordinal);
        Assert.Equal(3, server.Connections);
    }

    [Fact]
    public async Task A_caller_who_cancels_gets_a_cancellation_and_no_outcome()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using LoopbackServer server = LoopbackServer.Serving(async (_, _, cancel) =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
        });
        await using TestFetcher fetcher = TestFetcher.For(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => fetcher.FetchUntilAsync(new FetchRequest(server.Address(), FetchKind.Page), caller.Token));
    }
}
