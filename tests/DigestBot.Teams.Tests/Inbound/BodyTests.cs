using System.Net;
using System.Text;
using DigestBot.Teams.Tests.Infrastructure;

namespace DigestBot.Teams.Tests.Inbound;

/// <summary>What is read of a request, and how much.</summary>
public sealed class BodyTests : IAsyncLifetime
{
    private const int Limit = 8 * 1024;

    private ChannelIssuer _issuer = null!;
    private BotHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await ChannelIssuer.StartAsync();
        _host = await BotHost.StartAsync(
            GivenOptions.Default with { ToBotFromChannelOpenIdMetadataUrl = _issuer.Metadata, MaxActivitySize = Limit }, new FunctionBot());
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Theory]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","channelId":"msteams"}""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData(
        """{"type":"message","type":"invoke","channelId":"msteams","conversation":{"id":"a"}}""",
        "application/json",
        HttpStatusCode.BadRequest)]
    [InlineData(
        """{"type":"message","channelId":"msteams","conversation":{"id":"a"},"text":5}""",
        "application/json",
        HttpStatusCode.BadRequest)]
    [InlineData("type=message", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_body_that_is_no_activity_is_refused(string body, string type, HttpStatusCode status)
    {
        using HttpResponseMessage response = await _host.PostAsync(new StringContent(body, Encoding.UTF8, type), ChannelIssuer.Bearer());

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_beyond_the_limit_is_refused_whether_its_length_is_said_or_not(bool saysLength)
    {
        using HttpResponseMessage taken = await _host.PostAsync(Content(Limit, saysLength), ChannelIssuer.Bearer());
        using HttpResponseMessage refused = await _host.PostAsync(Content(Limit + 1, saysLength), ChannelIssuer.Bearer());

        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
    }

    private static HttpContent Content(int length, bool saysLength)
    {
        string activity = Samples.Message().With("pad", "").ToJsonString();
        string pad = new('x', length - activity.Length);
        byte[] body = Encoding.UTF8.GetBytes(activity.Replace("\"pad\":\"\"", $"\"pad\":\"{pad}\"", StringComparison.Ordinal));
        HttpContent content = saysLength ? new ByteArrayContent(body) : new StreamContent(new Endless(body));
        content.Headers.ContentType = new("application/json");
        return content;
    }

    /// <summary>Does not say how long it is, so it is sent in chunks.</summary>
    private sealed class Endless(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
