using DigestBot.Ingest.Fetching;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Ingest.Fetching;

public sealed class DnsRebindingTests
{
    private const string Public = "93.184.216.34";
    private const string OtherPublic = "2606:4700:4700::1111";

    private static readonly Uri Feed = new("http://rebind.example/feed");

    [Fact]
    public async Task A_name_that_turns_private_between_two_connections_is_refused_the_second_time()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Redirect("/again"), Reply.Ok("secret"));
        var dialer = new RecordingDialer(server);
        await using var fetcher = new TestFetcher(resolver: new ScriptedResolver([Public], ["127.0.0.1"]), dialer: dialer);

        FetchOutcome outcome = await fetcher.FetchAsync(Feed);

        Assert.Equal(
            "rebind.example is not on the public internet (loopback); Fetch:AllowedHosts can allow it.",
            Assert.IsType<FetchOutcome.Refused>(outcome).Reason);
        Assert.Equal([Public], dialer.Called);
    }

    [Fact]
    public async Task The_name_is_looked_up_once_and_the_checked_address_is_dialled()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok());
        var dialer = new RecordingDialer(server);
        await using var fetcher = new TestFetcher(resolver: new ScriptedResolver([Public], ["10.0.0.1"]), dialer: dialer);

        Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(Feed));

        Assert.Equal([Public], dialer.Called);
        Assert.Equal("rebind.example", server.Requests[0]["Host"]);
    }

    [Fact]
    public async Task Of_mixed_answers_only_the_public_ones_are_tried()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok());
        var dialer = new RecordingDialer(server, dead: [Public, OtherPublic]);
        await using var fetcher = new TestFetcher(
            resolver: new ScriptedResolver(["127.0.0.1", Public, "::1", OtherPublic, "169.254.169.254"]), dialer: dialer);

        FetchOutcome outcome = await fetcher.FetchAsync(Feed);

        Assert.Equal("rebind.example cannot be reached.", Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
        Assert.Equal([Public, OtherPublic], dialer.Called);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task When_one_address_is_dead_the_next_one_is_tried()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok());
        var dialer = new RecordingDialer(server, dead: [OtherPublic]);
        await using var fetcher = new TestFetcher(resolver: new ScriptedResolver([OtherPublic, Public]), dialer: dialer);

        Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(Feed));

        Assert.Equal([OtherPublic, Public], dialer.Called);
    }

    [Fact]
    public async Task An_address_that_stays_silent_leaves_time_for_the_next_one()
    {
        var clock = new FakeTimeProvider();
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok());
        var dialer = new RecordingDialer(server, silence: () =>
        {
            // The share of the first address, but not the whole.
            _ = Task.Run(() => clock.Advance(TestFetcher.ConnectTimeout / 2), TestContext.Current.CancellationToken);
            return Task.Delay(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);
        });
        await using var fetcher = new TestFetcher(
            new FetchOptions { TotalTimeout = TestFetcher.ConnectTimeout }, clock, new ScriptedResolver([OtherPublic, Public]), dialer);

        Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(Feed));

        Assert.Equal([OtherPublic, Public], dialer.Called);
    }

    [Fact]
    public async Task A_name_server_with_a_thousand_addresses_is_not_followed_through_all_of_them()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok());
        string[] thousand = [.. Enumerable.Range(0, 1000).Select(i => $"93.184.{i / 250}.{(i % 250) + 1}")];
        var dialer = new RecordingDialer(server, dead: thousand);
        await using var fetcher = new TestFetcher(resolver: new ScriptedResolver(thousand), dialer: dialer);

        Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(Feed));

        Assert.Equal(16, dialer.Called.Count);
    }

    [Fact]
    public async Task A_name_without_addresses_is_one_clear_failure()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok());
        await using var fetcher = new TestFetcher(resolver: new ScriptedResolver([[]]), dialer: new RecordingDialer(server));

        FetchOutcome outcome = await fetcher.FetchAsync(Feed);

        Assert.Equal("The name rebind.example cannot be found.", Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
    }
}
