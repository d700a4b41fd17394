using System.Net;
using System.Text;
using DigestBot.Teams.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Teams.Tests.Outbound;

/// <summary>The bot's token goes to known services, and nowhere else.</summary>
public sealed class TrustedServiceUrlsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://SMBA.trafficmanager.net/emea", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams", true)]
    [InlineData("http://smba.trafficmanager.net/emea/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/emea/", false)]
    [InlineData("https://evil.example/smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/emea/", false)]
    [InlineData("https://user@smba.trafficmanager.net/emea/", false)]
    [InlineData("https://smba.trafficmanager.net/emea/?next=https://evil.example", false)]
    [InlineData("https://xsmba.trafficmanager.net/", false)]
    [InlineData("https://trafficmanager.net/", false)]
    [InlineData("http://127.0.0.1:3978/", false)]
    [InlineData("ftp://smba.trafficmanager.net/", false)]
    [InlineData("/emea/", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_hosts_on_the_list_are_trusted(string? url, bool trusted)
    {
        using var client = new ClientHarness();

        Assert.Equal(trusted, client.Get<TrustedServiceUrls>().Trust(url));
        Assert.Equal(trusted, client.Get<TrustedServiceUrls>().IsTrusted(url));
    }

    [Fact]
    public void A_service_on_the_list_that_no_activity_has_named_is_not_trusted_yet()
    {
        using var client = new ClientHarness();
        TrustedServiceUrls services = client.Get<TrustedServiceUrls>();

        Assert.False(services.IsTrusted("https://smba.trafficmanager.net/emea/"));
        Assert.True(services.Trust("https://smba.trafficmanager.net/emea/"));
        Assert.True(services.IsTrusted("https://smba.trafficmanager.net/emea"));
        Assert.False(services.IsTrusted("https://smba.trafficmanager.net/apac"));
    }

    [Fact]
    public void No_more_services_are_remembered_than_a_bot_can_see()
    {
        using var client = new ClientHarness();
        TrustedServiceUrls services = client.Get<TrustedServiceUrls>();

        bool[] trusted = [.. Enumerable.Range(0, 2_000).Select(number => services.Trust($"https://smba.trafficmanager.net/{number}/"))];

        Assert.Equal(999, trusted.Count(one => one)); // and the one of the harness
        Assert.True(services.IsTrusted(Samples.ServiceUrl));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net/emea/")] // known, but named by no activity
    [InlineData("no address")]
    public async Task Nothing_is_sent_to_a_service_that_is_not_trusted_and_no_token_asked_for(string url)
    {
        using var client = new ClientHarness();

        await Assert.ThrowsAsync<UntrustedServiceUrlException>(async () => await client.Get<IConnectorClientFactory>()
            .Create(url).Conversations.SendToConversationAsync("one", MessageFactory.Text("a"), Cancel));

        Assert.Empty(client.Service.Requests);
        Assert.Empty(client.Service.Logins);
    }

    [Fact]
    public async Task An_activity_that_was_checked_makes_its_service_trusted_and_a_refused_one_does_not()
    {
        await using ChannelIssuer issuer = await ChannelIssuer.StartAsync();
        await using BotHost host = await BotHost.StartAsync(issuer, new FunctionBot());
        var services = (TrustedServiceUrls)host.Services.GetService(typeof(TrustedServiceUrls))!;
        const string Other = "https://smba.trafficmanager.net/emea/";

        using HttpResponseMessage refused = await host.PostAsync(Samples.Message().With("serviceUrl", Other), ChannelIssuer.Bearer());
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.False(services.IsTrusted(Other));
        Assert.False(services.IsTrusted(Samples.ServiceUrl));

        using HttpResponseMessage taken = await host.PostAsync(Samples.Message(), ChannelIssuer.Bearer());
        Assert.True(services.IsTrusted(Samples.ServiceUrl));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_so_the_token_stays_where_it_was_sent()
    {
        var strays = new List<string?>();
        await using WebApplication stray = Loopback.Create();
        stray.Map("/{**path}", (HttpContext context) => strays.Add(context.Request.Headers.Authorization));
        await stray.StartAsync(Cancel);
        await using WebApplication service = Loopback.Create();
        service.Map("/{**path}", () => Results.Redirect(stray.Urls.First() + "/taken", preserveMethod: true));
        await service.StartAsync(Cancel);
        using HttpMessageHandler handler = OutboundHttp.CreateHandler();
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Post, service.Urls.First() + "/v3/conversations")
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new("Bearer", "the-token");

        using HttpResponseMessage response = await client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Empty(strays);
    }

    [Fact]
    public async Task In_emulator_mode_requests_go_without_a_token()
    {
        using var client = new ClientHarness(new BotFrameworkOptions { Emulator = true });
        Assert.True(client.Get<TrustedServiceUrls>().Trust("http://127.0.0.1:56150/_connector"));

        await client.Get<IConnectorClientFactory>().Create("http://127.0.0.1:56150/_connector")
            .Conversations.SendToConversationAsync("one", MessageFactory.Text("a"), Cancel);

        Assert.Null(Assert.Single(client.Service.Requests).Authorization);
        Assert.Empty(client.Service.Logins);
    }
}
