using CsCheck;
using DigestBot.Ingest.Fetching;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Ingest.Fetching;

public sealed class HostRestTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 7, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Now);

    [Theory]
    [InlineData("429 Too Many Requests", "3600")]
    [InlineData("503 Service Unavailable", "Tue, 03 Mar 2026 08:00:00 GMT")]
    [InlineData("403 Forbidden", "3600")]
    public async Task What_one_feed_is_told_to_wait_holds_for_all_of_its_host(string status, string retryAfter)
    {
        await using var server = LoopbackServer.Answering(Reply.Status(status, $"Retry-After: {retryAfter}"), Reply.Ok());
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(server), _clock);

        await fetcher.FetchAsync(server.Address("/one"));
        _clock.Advance(TimeSpan.FromMinutes(59));
        var early = Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(server.Address("/two")));
        _clock.Advance(TimeSpan.FromMinutes(1));
        FetchOutcome late = await fetcher.FetchAsync(server.Address("/two"));

        Assert.Equal(TimeSpan.FromMinutes(1), early.RetryAfter);
        Assert.Contains("left alone", early.Reason, StringComparison.Ordinal);
        Assert.IsType<FetchOutcome.Fetched>(late);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task A_redirect_does_not_lead_to_a_host_that_wants_to_be_left_alone()
    {
        await using var tired = LoopbackServer.Answering(Reply.Status("429 Too Many Requests", "Retry-After: 60"));
        await using var leading = LoopbackServer.Answering(Reply.Redirect(tired.Address().AbsoluteUri));
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(tired, leading), _clock);

        await fetcher.FetchAsync(tired.Address());
        await fetcher.FetchAsync(leading.Address());

        Assert.Equal(1, tired.Connections);
        Assert.Equal(1, leading.Connections);
    }

    [Theory]
    [InlineData("200 OK")]
    [InlineData("304 Not Modified")]
    public async Task A_server_may_ask_for_rest_with_any_answer(string status)
    {
        await using var server = LoopbackServer.Answering(Reply.Status(status, "Retry-After: 60"));
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(server), _clock);

        await fetcher.FetchAsync(new FetchRequest(server.Address("/one"), FetchKind.Feed, "1"));

        Assert.Equal(TimeSpan.FromMinutes(1), fetcher.Rests.Left(server.Address("/two")));
    }

    [Fact]
    public async Task A_date_is_read_by_the_clock_of_whoever_wrote_it()
    {
        await using var server = LoopbackServer.Answering(Reply.Status(
            "503 Service Unavailable", "Date: Sun, 01 Mar 2020 08:00:00 GMT", "Retry-After: Sun, 01 Mar 2020 09:00:00 GMT"));
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(server), _clock);

        var failed = Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(server.Address("/one")));

        Assert.Equal(TimeSpan.FromHours(1), failed.RetryAfter);
    }

    [Fact]
    public void Of_more_hosts_than_are_remembered_those_that_wait_longest_are()
    {
        var rests = new HostRests(_clock);
        foreach (int host in Enumerable.Range(1, HostRests.MaxHosts + 5))
        {
            rests.Note(new Uri($"https://{host}.example/"), TimeSpan.FromMinutes(host));
        }

        Assert.InRange(rests.List().Count, HostRests.MaxHosts / 2, HostRests.MaxHosts);
        Assert.Null(rests.Left(new Uri("https://1.example/")));
        Assert.NotNull(rests.Left(new Uri($"https://{HostRests.MaxHosts + 5}.example/")));
    }

    // Whatever is asked for in whatever order: never asked earlier, never kept longer than 7 days.
    [Fact]
    public void No_host_is_asked_before_its_longest_wish_is_over() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 700_000]).List[1, 20].Sample(steps =>
        {
            var clock = new FakeTimeProvider(Now);
            var rests = new HostRests(clock);
            var host = new Uri("https://news.example/feed");
            DateTimeOffset until = Now;
            foreach ((int asked, int passing) in steps)
            {
                rests.Note(host, TimeSpan.FromSeconds(asked));
                DateTimeOffset wish = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(asked, 7 * 24 * 3600));
                until = wish > until ? wish : until;
                clock.Advance(TimeSpan.FromSeconds(passing));
                TimeSpan left = until - clock.GetUtcNow();
                Assert.Equal(left > TimeSpan.Zero ? left : null, rests.Left(new Uri("https://news.example/other?page=2")));
                Assert.Null(rests.Left(new Uri("https://sport.example/feed")));
            }
        });
}
