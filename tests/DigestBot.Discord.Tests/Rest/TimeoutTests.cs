using System.Net;
using System.Net.Sockets;
using DigestBot.Discord.Tests.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Discord.Tests.Rest;

/// <summary>After a silence it is known whether the request left.</summary>
public sealed class TimeoutTests
{
    private static readonly MessageProperties Digest = new() { Content = "digest", Nonce = "slot-1:0" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Silence_after_the_request_left_is_a_doubt()
    {
        using var bot = new TestClient();
        bot.Discord.Otherwise = NeverAsync;

        Task<Message> call = bot.Rest.CreateMessageAsync(1, Digest, Once(TimeSpan.FromSeconds(3)));
        bot.Clock.Advance(TimeSpan.FromSeconds(2.999));
        Assert.False(call.IsCompleted);
        bot.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var late = await Assert.ThrowsAsync<RequestTimeoutException>(() => call.SoonAsync());

        Assert.True(late.MayHaveArrived);
        Assert.True(RequestDoubt.MayHaveArrived(late));
    }

    [Fact]
    public async Task Silence_while_connecting_is_none()
    {
        var clock = new FakeTimeProvider();
        using var http = new HttpMessageInvoker(new NeverConnects());
        var rest = new DiscordRestClient(TestClient.Configuration(new Uri("http://discord.test/api/v10/")), http, clock, new Random(1));

        Task<Message> call = rest.CreateMessageAsync(1, Digest, Once(TimeSpan.FromSeconds(3)));
        clock.Advance(TimeSpan.FromSeconds(3));
        var late = await Assert.ThrowsAsync<RequestTimeoutException>(() => call.SoonAsync());

        Assert.False(late.MayHaveArrived);
        Assert.False(RequestDoubt.MayHaveArrived(late));
    }

    [Fact]
    public async Task A_caller_who_cancels_sees_a_cancellation_and_no_timeout()
    {
        using var bot = new TestClient();
        bot.Discord.Otherwise = NeverAsync;
        using var caller = new CancellationTokenSource();

        Task<Message> call = bot.Rest.CreateMessageAsync(1, Digest, caller.Token);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.SoonAsync());
        Assert.Single(bot.Discord.Seen);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_no_doubt()
    {
        using var held = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp); // so that nobody else can
        held.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        int port = ((IPEndPoint)held.LocalEndPoint!).Port;

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(port));

        Assert.Equal(HttpRequestError.ConnectionError, refused.HttpRequestError);
        Assert.False(RequestDoubt.MayHaveArrived(refused));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"id\":")]
    public async Task A_connection_that_breaks_after_the_request_is_a_doubt(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task server = AnswerAndCloseAsync(listener, answer);

        var lost = await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(((IPEndPoint)listener.LocalEndpoint).Port));

        await server.SoonAsync();
        Assert.True(RequestDoubt.MayHaveArrived(lost), $"{lost.HttpRequestError}");
    }

    private static async Task PostAsync(int port)
    {
        using var handler = DiscordHttp.CreateHandler();
        using var http = new HttpMessageInvoker(handler);
        var rest = new DiscordRestClient(
            TestClient.Configuration(new Uri($"http://127.0.0.1:{port}/api/v10/")), http, TimeProvider.System, new Random(1));
        await rest.CreateMessageAsync(1, Digest, Once(TimeSpan.FromSeconds(30))).SoonAsync();
    }

    private static async Task AnswerAndCloseAsync(TcpListener listener, string answer)
    {
        using TcpClient connection = await listener.AcceptTcpClientAsync(Cancel);
        NetworkStream stream = connection.GetStream();
        using var reader = new StreamReader(stream, leaveOpen: true);
        char[] buffer = new char[4096];
        string received = "";
        while (!received.Contains("digest\"", StringComparison.Ordinal))
        {
            received += new string(buffer, 0, await reader.ReadAsync(buffer, Cancel));
        }

        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer), Cancel);
    }

    private static RequestOptions Once(TimeSpan timeout) => RequestOptions.Once(Cancel) with { Timeout = timeout };

    private static async Task<HttpResponseMessage> NeverAsync(SeenRequest request, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return Answers.Ok();
    }

    // Reads no body, as a handler does that has no connection yet.
    private sealed class NeverConnects : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return Answers.Ok();
        }
    }
}
