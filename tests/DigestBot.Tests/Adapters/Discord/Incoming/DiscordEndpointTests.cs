using System.Globalization;
using System.Net;
using System.Text;
using DigestBot.Adapters.Discord;
using DigestBot.Adapters.Discord.Incoming;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Adapters.Discord.Incoming;

/// <summary>Interactions over HTTP: only what Discord has signed, and lately.</summary>
public sealed class DiscordEndpointTests(IncomingTown town) : IClassFixture<IncomingTown>, IAsyncLifetime
{
    private const string Ping = """{"type":1,"version":1}""";

    private readonly HttpClient _http = new();
    private WebApplication _app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Uri Address => new($"{_app.Urls.Single()}{DiscordEndpoint.Path}");

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(town.Bot.Clock);
        builder.Services.AddSingleton(town.Bot.Get<IOptions<DiscordOptions>>());
        builder.Services.AddSingleton(town.Bot.Get<InteractionIntake>());
        _app = builder.Build();
        _app.MapDiscord();
        await _app.StartAsync(Cancel);
        Assert.Null(await town.Discord.Endpoint.SetAsync(Address, Cancel));
    }

    [Fact]
    public async Task Discord_accepts_the_address_and_interactions_are_answered()
    {
        FakeInteraction digest = await town.SettledAsync(town.People.Run(town.AddReader(), town.AddChannel(), "digest", ("topic", "floods")));

        Assert.Contains("377 millimetres", digest.Text(), StringComparison.Ordinal);
        Assert.Empty(town.Discord.Endpoint.Failures);
    }

    [Fact]
    public async Task What_was_changed_on_the_way_or_not_signed_is_turned_away()
    {
        string now = Now();
        string signature = town.Discord.Signer.Sign(now, Ping);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(Ping, now, signature));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Ping + " ", now, signature));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Ping, Now(seconds: 1), signature));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Ping, now, "00"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Ping, now, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Ping, null, signature));
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    public async Task What_was_signed_long_ago_or_is_yet_to_be_is_turned_away(int seconds)
    {
        string then = Now(seconds);

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Ping, then, town.Discord.Signer.Sign(then, Ping)));
    }

    [Fact]
    public async Task What_is_longer_than_any_interaction_is_not_read()
    {
        string huge = new('x', InteractionIntake.MostBytes + 1);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(huge, Now(), "00"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"type\":\"two\"}")]
    [InlineData("[1]")]
    [InlineData("{\"type\":2")]
    public async Task What_is_signed_and_still_no_interaction_is_refused(string body)
    {
        string now = Now();

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(body, now, town.Discord.Signer.Sign(now, body)));
    }

    [Fact]
    public async Task The_same_request_again_is_answered_once()
    {
        FakeInteraction digest = await town.SettledAsync(town.People.Run(town.AddReader(), town.AddChannel(), "digest", ("topic", "floods")));
        int requests = town.Discord.Journal.Requests().Count;
        string body = digest.Sent!.ToJsonString();
        string now = Now();

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(body, now, town.Discord.Signer.Sign(now, body)));
        await town.SettledAsync(town.People.Run(town.AddReader(), town.AddChannel(), "help"));
        Assert.Equal(requests + 1, town.Discord.Journal.Requests().Count);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private string Now(int seconds = 0) => (town.Bot.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds).ToString(CultureInfo.InvariantCulture);

    private async Task<HttpStatusCode> PostAsync(string body, string? timestamp, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach ((string name, string? value) in new[] { ("X-Signature-Ed25519", signature), ("X-Signature-Timestamp", timestamp) })
        {
            if (value is not null)
            {
                request.Headers.Add(name, value);
            }
        }

        using HttpResponseMessage response = await _http.SendAsync(request, Cancel);
        return response.StatusCode;
    }
}
