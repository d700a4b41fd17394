using System.Globalization;
using System.Net.Sockets;
using System.Text;
using DigestBot.Ingest.Fetching;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Ingest.Fetching;

public sealed class BrokenAnswerTests
{
    private static readonly byte[] Noise = MakeNoise();

    [Fact]
    public async Task A_truncated_gzip_is_one_clear_failure()
    {
        byte[] half = Reply.Gzip(Noise)[..10_000];
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok(half, "Content-Encoding: gzip", "ETag: \"half\""));

        Assert.Equal($"The answer of {server.Host} breaks off before its end.", await ReasonAsync(server));
    }

    [Theory]
    [InlineData("Content-Length: 1000")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task A_connection_dropped_in_the_body_is_one_clear_failure(string framing)
    {
        byte[] answer = [.. Reply.Head("200 OK", framing), .. "5\r\n<rss>"u8];
        await using LoopbackServer server = LoopbackServer.Answering(answer);

        Assert.Equal($"The answer of {server.Host} breaks off before its end.", await ReasonAsync(server));
    }

    [Fact]
    public async Task A_connection_dropped_before_the_answer_is_one_clear_failure()
    {
        await using LoopbackServer server = LoopbackServer.Answering([]);

        Assert.Equal($"The answer of {server.Host} breaks off before its end.", await ReasonAsync(server));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>")]
    public async Task A_connection_that_is_reset_is_one_clear_failure(string sent)
    {
        await using LoopbackServer server = LoopbackServer.Serving(async (_, stream, cancel) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(sent), cancel);
            ((NetworkStream)stream).Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        });

        Assert.Equal($"The answer of {server.Host} breaks off before its end.", await ReasonAsync(server));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_body_that_is_not_what_its_encoding_says_is_one_clear_failure(string encoding)
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok(Noise, $"Content-Encoding: {encoding}"));

        Assert.Equal($"The answer of {server.Host} is damaged: it cannot be decompressed.", await ReasonAsync(server));
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("gzip, gzip")]
    public async Task An_encoding_that_was_not_asked_for_is_one_clear_failure(string encoding)
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok(Noise, $"Content-Encoding: {encoding}"));

        Assert.Equal($"The answer of {server.Host} is compressed in a way that was not asked for.", await ReasonAsync(server));
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("HTTP/1.1 abc\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    public async Task A_server_that_does_not_speak_http_is_one_clear_failure(string sent)
    {
        await using LoopbackServer server = LoopbackServer.Answering(Encoding.ASCII.GetBytes(sent));

        Assert.Equal($"{server.Host} does not answer as a web server should.", await ReasonAsync(server));
    }

    [Fact]
    public async Task A_host_that_nobody_listens_on_is_one_clear_failure()
    {
        await using var fetcher = new TestFetcher(new FetchOptions { AllowedHosts = ["127.0.0.1"] });

        FetchOutcome outcome = await fetcher.FetchAsync(new Uri("http://127.0.0.1:1/feed?token=1"));

        Assert.Equal("127.0.0.1:1 cannot be reached.", Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
    }

    [Fact]
    public async Task A_server_without_a_certificate_is_one_clear_failure()
    {
        await using LoopbackServer server = LoopbackServer.Greeting(Reply.Ok());
        await using TestFetcher fetcher = TestFetcher.For(server);

        FetchOutcome outcome = await fetcher.FetchAsync(new Uri($"https://{server.Host}/"));

        Assert.Equal(
            $"No secure connection to {server.Host}: its certificate or protocol is not accepted.",
            Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
    }

    [Theory]
    [InlineData("404 No", 404, "answered 404 Not Found.")]
    [InlineData("410 \u001b[31mGone", 410, "answered 410 Gone.")]
    [InlineData("599 What", 599, "answered 599.")]
    [InlineData("204 Nothing", 204, "answered 204 No Content.")]
    [InlineData("202 Challenge", 202, "answered 202 Accepted.")]
    public async Task A_status_is_told_in_our_words_not_in_the_servers(string sent, int status, string told)
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Status(sent));
        await using TestFetcher fetcher = TestFetcher.For(server);

        FetchOutcome outcome = await fetcher.FetchAsync(server.Address());

        Assert.Equal(new FetchOutcome.Failed($"{server.Host} {told}", null, status), outcome);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task Reasons_and_headers_do_not_depend_on_the_machines_culture(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        await using LoopbackServer server = LoopbackServer.Answering(
            Reply.Status("503 X", "RETRY-AFTER: 120"),
            Reply.Ok(Reply.Gzip(Noise), "CONTENT-ENCODING: GZIP", "CACHE-CONTROL: MAX-AGE=60"));
        var clock = new FakeTimeProvider();
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(server), clock);

        FetchOutcome busy = await fetcher.FetchAsync(server.Address());
        clock.Advance(TimeSpan.FromMinutes(2));
        FetchOutcome fetched = await fetcher.FetchAsync(server.Address());

        Assert.Equal(
            new FetchOutcome.Failed($"{server.Host} answered 503 Service Unavailable.", TimeSpan.FromMinutes(2), 503), busy);
        Assert.Equal(TimeSpan.FromMinutes(1), Assert.IsType<FetchOutcome.Fetched>(fetched).MaxAge);
    }

    private static byte[] MakeNoise()
    {
        byte[] noise = new byte[20_000];
        new Random(1).NextBytes(noise);
        return noise;
    }

    private static async Task<string> ReasonAsync(LoopbackServer server)
    {
        await using TestFetcher fetcher = TestFetcher.For(server);
        return Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(server.Address())).Reason;
    }
}
