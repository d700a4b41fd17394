using System.Text;
using DigestBot.Ingest.Fetching;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest.Fetching;

public sealed class SizeLimitTests
{
    private const int Limit = 64 * 1024;

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_decompression_bomb_stops_at_the_limit(string encoding)
    {
        byte[] zeros = new byte[16 * 1024 * 1024];
        byte[] bomb = encoding switch { "gzip" => Reply.Gzip(zeros), "br" => Reply.Brotli(zeros), _ => Reply.Zlib(zeros) };
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok(bomb, $"Content-Encoding: {encoding}"));
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(server) with { MaxFeedBytes = 1024 * 1024 });

        FetchOutcome outcome = await fetcher.FetchAsync(server.Address());

        Assert.Equal(
            $"The answer of {server.Host} is larger than the limit of 1048576 bytes.",
            Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
    }

    [Fact]
    public async Task A_body_without_end_is_cut_off_at_the_limit()
    {
        var hungUp = new TaskCompletionSource();
        await using LoopbackServer server = LoopbackServer.Serving(async (_, stream, cancel) =>
        {
            await stream.WriteAsync(Reply.Head("200 OK", "Connection: close"), cancel);
            await PourAsync(stream, new byte[16 * 1024], hungUp, cancel);
        });
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(server) with { MaxFeedBytes = Limit });

        FetchOutcome outcome = await fetcher.FetchAsync(server.Address());

        Assert.Contains("larger than the limit", Assert.IsType<FetchOutcome.Failed>(outcome).Reason, StringComparison.Ordinal);
        await hungUp.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Headers_without_end_are_cut_off()
    {
        var hungUp = new TaskCompletionSource();
        await using LoopbackServer server = LoopbackServer.Serving(async (_, stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), cancel);
            await PourAsync(stream, Encoding.ASCII.GetBytes($"X-More: {new string('x', 1000)}\r\n"), hungUp, cancel);
        });
        await using TestFetcher fetcher = TestFetcher.For(server);

        FetchOutcome outcome = await fetcher.FetchAsync(server.Address());

        Assert.Equal($"{server.Host} sends more than 64 KiB of headers.", Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
        await hungUp.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_length_over_the_limit_is_believed_without_reading_the_body()
    {
        await using LoopbackServer server = LoopbackServer.Serving(async (_, stream, cancel) =>
        {
            await stream.WriteAsync(Reply.Head("200 OK", $"Content-Length: {Limit + 1}"), cancel);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
        });
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(server) with { MaxFeedBytes = Limit });

        FetchOutcome outcome = await fetcher.FetchAsync(server.Address());

        Assert.Equal(200, Assert.IsType<FetchOutcome.Failed>(outcome).Status);
    }

    [Fact]
    public async Task A_body_of_exactly_the_limit_is_read_and_pages_have_their_own()
    {
        byte[] body = new byte[Limit];
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok(body));
        await using var fetcher = new TestFetcher(
            TestFetcher.Allowing(server) with { MaxFeedBytes = Limit, MaxPageBytes = Limit - 1 });

        FetchOutcome feed = await fetcher.FetchAsync(new FetchRequest(server.Address(), FetchKind.Feed));
        FetchOutcome page = await fetcher.FetchAsync(new FetchRequest(server.Address(), FetchKind.Page));

        Assert.Equal(body, Assert.IsType<FetchOutcome.Fetched>(feed).Body);
        Assert.IsType<FetchOutcome.Failed>(page);
    }

    // Ends only when the other side hangs up, so that a test can wait for exactly that.
    private static async Task PourAsync(Stream stream, byte[] bytes, TaskCompletionSource hungUp, CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                await stream.WriteAsync(bytes, cancel);
            }
        }
        catch (IOException)
        {
            hungUp.TrySetResult();
        }
    }
}
