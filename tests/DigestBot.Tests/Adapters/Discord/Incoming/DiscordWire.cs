using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using DigestBot.Discord;

namespace DigestBot.Tests.Adapters.Discord.Incoming;

/// <summary>Stands where Discord's API would be, and answers as it is told.</summary>
internal sealed class DiscordWire : HttpMessageHandler
{
    private readonly Channel<WireRequest> _requests = System.Threading.Channels.Channel.CreateUnbounded<WireRequest>();

    /// <summary>What a request is answered with; null for what everything is answered with, an empty object.</summary>
    public Func<WireRequest, HttpResponseMessage?> Answers { get; set; } = _ => null;

    public DiscordRestClient Client(TimeProvider clock) => new(
        new DiscordRestConfig { Token = "t", ProjectUrl = new Uri("https://example.com/digestbot"), ProjectVersion = "1" },
        new HttpMessageInvoker(this),
        clock,
        new Random(1));

    /// <summary>The next request that came, or that will come.</summary>
    public async Task<WireRequest> NextAsync() => await _requests.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Nothing has come that was not read.</summary>
    public bool IsQuiet => !_requests.Reader.TryPeek(out _);

    public static HttpResponseMessage Refusal(HttpStatusCode status, DiscordErrorCode code) =>
        new(status) { Content = new StringContent($$"""{"code":{{(int)code}},"message":"No"}""", Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var wire = new WireRequest(
            request.Method.Method, request.RequestUri!.AbsolutePath["/api/v10".Length..], body.Length > 0 ? JsonNode.Parse(body) : null);
        _requests.Writer.TryWrite(wire);
        return Answers(wire) ?? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
    }
}
