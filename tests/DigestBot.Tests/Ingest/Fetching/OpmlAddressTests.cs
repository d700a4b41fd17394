using System.Net;
using System.Text;
using DigestBot.Ingest;
using DigestBot.Ingest.Fetching;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Ingest.Fetching;

/// <summary>Lists of feeds are no way into somebody's network, neither where they lie nor by what stands in them.</summary>
public sealed class OpmlAddressTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_at_such_an_address_is_not_read()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok(List("http://news.example/feed")));
        var dialer = new RecordingDialer(server);
        await using TestBot bot = await StartAsync(dialer);

        foreach ((string address, string rule) in HostileAddresses.All)
        {
            OpmlImported imported = await bot.Get<AddressedOpml>().ImportAsync(bot.Operator, address, place: null, Cancel);

            Assert.Equal(0, imported.Added);
            Assert.Contains(rule, Assert.Single(imported.Failed).Why, StringComparison.Ordinal);
        }

        Assert.Empty(dialer.Called);
    }

    [Fact]
    public async Task A_list_of_such_addresses_is_followed_and_each_poll_refused()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok("secret"));
        var dialer = new RecordingDialer(server);
        await using TestBot bot = await StartAsync(dialer);
        string[] addresses = [.. HostileAddresses.All.Select(row => row.Address)];

        OpmlImported imported = await bot.Get<SourceManager>().ImportOpmlAsync(
            bot.Operator, "list", Encoding.UTF8.GetBytes(List(addresses)), place: null, Cancel);
        foreach (Source source in await bot.Get<SourceStore>().ListAsync(bot.Operator, Cancel))
        {
            await bot.Get<ISourcePoller>().PollAsync(source, Cancel);
        }

        Assert.True(imported.Added > 60, $"only {imported.Added} were different");
        IReadOnlyList<Source> sources = await bot.Get<SourceStore>().ListAsync(bot.Operator, Cancel);
        Assert.Equal(imported.Added, sources.Count);
        Assert.All(sources, source => Assert.Matches("not on the public internet|at this port", source.LastError));
        Assert.Empty(dialer.Called);
    }

    private static Task<TestBot> StartAsync(RecordingDialer dialer) => TestBot.StartAsync(
        "sqlite",
        services => services.AddSingleton<IDialer>(dialer).AddSingleton<IHostResolver>(new NameTable(HostileAddresses.Names)),
        Cancel);

    private static string List(params string[] addresses) => $"""
        <opml version="2.0"><body>{string.Concat(addresses.Select(address => $"<outline text='A' xmlUrl='{WebUtility.HtmlEncode(address)}'/>"))}</body></opml>
        """;
}
