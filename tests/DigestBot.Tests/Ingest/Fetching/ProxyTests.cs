using System.Net;
using DigestBot.Ingest.Fetching;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest.Fetching;

[Collection(SystemProxy.Name)]
public sealed class ProxyTests : IDisposable
{
    private readonly IWebProxy _systemProxy = HttpClient.DefaultProxy;

    [Fact]
    public async Task The_operators_proxy_may_be_private_but_what_it_is_asked_for_may_not()
    {
        await using LoopbackServer proxy = LoopbackServer.Answering(
            Reply.Ok(), Reply.Redirect("http://169.254.169.254/latest"), Reply.Ok("secret"));
        HttpClient.DefaultProxy = new WebProxy(proxy.Address());
        await using var fetcher = new TestFetcher(new FetchOptions { UseProxy = true });

        FetchOutcome outside = await fetcher.FetchAsync(new Uri("http://news.example/feed"));
        FetchOutcome inside = await fetcher.FetchAsync(new Uri("http://news.example/redirect"));

        Assert.IsType<FetchOutcome.Fetched>(outside);
        Assert.IsType<FetchOutcome.Refused>(inside);
        Assert.Equal(
            ["http://news.example/feed", "http://news.example/redirect"], proxy.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task Secure_addresses_are_tunnelled_through_a_private_proxy()
    {
        await using LoopbackServer proxy = LoopbackServer.Answering(Reply.Status("403 Forbidden"));
        HttpClient.DefaultProxy = new WebProxy(proxy.Address());
        await using var fetcher = new TestFetcher(new FetchOptions { UseProxy = true });

        FetchOutcome outcome = await fetcher.FetchAsync(new Uri("https://news.example/feed"));

        Assert.Equal(
            "The proxy does not connect to news.example.", Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
        Assert.Equal("news.example:443", Assert.Single(proxy.Requests).Path);
    }

    [Fact]
    public async Task The_proxy_of_the_environment_is_left_alone_unless_asked_for()
    {
        await using LoopbackServer proxy = LoopbackServer.Answering(Reply.Ok());
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok());
        HttpClient.DefaultProxy = new WebProxy(proxy.Address());
        await using TestFetcher fetcher = TestFetcher.For(server);

        Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(server.Address()));
        Assert.Equal(0, proxy.Connections);
    }

    public void Dispose() => HttpClient.DefaultProxy = _systemProxy;
}
