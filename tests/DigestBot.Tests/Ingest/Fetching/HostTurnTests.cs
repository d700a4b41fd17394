using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.Robots;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Ingest.Fetching;

public sealed class HostTurnTests
{
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(2);

    // So many gaps that the clock does not overtake a request on the busiest machine.
    private static readonly FetchOptions Patient = new() { TotalTimeout = TimeSpan.FromHours(1) };

    private static readonly FetchRequest One = new(new Uri("http://news.example/one"), FetchKind.Feed);
    private static readonly FetchRequest Two = new(new Uri("http://news.example/two"), FetchKind.Feed);

    private readonly FakeTimeProvider _clock = new(TestBot.Begin);

    [Fact]
    public async Task Two_requests_to_a_host_are_a_gap_apart_and_other_hosts_do_not_wait()
    {
        await using var server = LoopbackServer.Answering(Reply.Ok());
        await using TestFetcher fetcher = Public(server);

        await fetcher.FetchAsync(One);
        Task<FetchOutcome> second = fetcher.FetchAsync(Two);
        await fetcher.FetchAsync(new FetchRequest(new Uri("http://sport.example/"), FetchKind.Feed));
        _clock.Advance(Gap - TimeSpan.FromMilliseconds(1));

        Assert.False(second.IsCompleted);
        Assert.Equal(2, server.Connections);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.IsType<FetchOutcome.Fetched>(await second);
    }

    [Fact]
    public async Task Only_one_request_is_with_a_host_at_a_time_and_waiting_for_it_is_not_its_slowness()
    {
        var answer = new TaskCompletionSource();
        await using var server = LoopbackServer.Serving(async (request, stream, cancel) =>
        {
            await answer.Task.WaitAsync(cancel);
            await stream.WriteAsync(Reply.Ok(), cancel);
        });
        await using TestFetcher fetcher = Public(server);

        Task<FetchOutcome> first = fetcher.FetchAsync(One);
        await Eventually.TrueAsync(() => Task.FromResult(server.Requests.Count == 1), "the first request is with the server");
        Task<FetchOutcome> second = fetcher.FetchAsync(Two);
        _clock.Advance(Patient.TotalTimeout - TimeSpan.FromSeconds(1));
        answer.SetResult();

        Assert.IsType<FetchOutcome.Fetched>(await first);
        Assert.Equal(1, server.Connections);
        await AdvanceUntilAsync(second);
        Assert.IsType<FetchOutcome.Fetched>(await second);
    }

    [Fact]
    public async Task Redirects_between_two_hosts_in_both_directions_do_not_wait_for_each_other_for_ever()
    {
        await using var server = LoopbackServer.Answering(request => (request["Host"], request.Path) switch
        {
            ("a.example", "/") => Reply.Redirect("http://b.example/end"),
            ("b.example", "/") => Reply.Redirect("http://a.example/end"),
            _ => Reply.Ok(),
        });
        await using TestFetcher fetcher = Public(server);

        Task<FetchOutcome>[] both =
        [
            fetcher.FetchAsync(new FetchRequest(new Uri("http://a.example/"), FetchKind.Feed)),
            fetcher.FetchAsync(new FetchRequest(new Uri("http://b.example/"), FetchKind.Feed)),
        ];
        await AdvanceUntilAsync(Task.WhenAll(both));

        Assert.All(both, task => Assert.IsType<FetchOutcome.Fetched>(task.Result));
    }

    [Fact]
    public async Task Who_stops_waiting_for_a_host_leaves_its_turn_to_the_next()
    {
        await using var server = LoopbackServer.Answering(Reply.Ok());
        await using TestFetcher fetcher = Public(server);
        using var impatient = new CancellationTokenSource();

        await fetcher.FetchAsync(One);
        Task<FetchOutcome> inGap = fetcher.FetchUntilAsync(Two, impatient.Token);
        Task<FetchOutcome> behind = fetcher.FetchUntilAsync(Two, impatient.Token);
        Task<FetchOutcome> patient = fetcher.FetchAsync(Two);
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => inGap);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => behind);
        await AdvanceUntilAsync(patient);
        Assert.IsType<FetchOutcome.Fetched>(await patient);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task A_crawl_delay_keeps_the_pages_of_a_site_apart()
    {
        await using var server = LoopbackServer.Answering(request =>
            request.Path == "/robots.txt" ? Reply.Ok("User-agent: *\nCrawl-delay: 30") : Reply.Ok());
        await using TestFetcher fetcher = Public(server);
        var robots = new RobotsGate(fetcher.Fetcher, _clock);

        Assert.Null(await robots.RefusalAsync(One.Address, TestContext.Current.CancellationToken));
        Task<FetchOutcome> first = fetcher.FetchAsync(One);
        _clock.Advance(TimeSpan.FromSeconds(30));
        await first;
        Task<FetchOutcome> second = fetcher.FetchAsync(Two);
        _clock.Advance(TimeSpan.FromSeconds(29));

        Assert.False(second.IsCompleted);
        Assert.Equal(2, server.Connections);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await second;
    }

    [Fact]
    public async Task Hosts_that_nobody_waits_for_are_forgotten_and_the_others_are_not()
    {
        await using var server = LoopbackServer.Answering(Reply.Ok());
        await using TestFetcher fetcher = Public(server);
        await fetcher.FetchAsync(One);

        foreach (int host in Enumerable.Range(0, 1100))
        {
            fetcher.Fetcher.KeepApart(new Uri($"http://{host}.example/"), TimeSpan.FromSeconds(30));
        }

        Task<FetchOutcome> second = fetcher.FetchAsync(Two);
        Assert.False(second.IsCompleted);
        _clock.Advance(Gap);
        await second;
    }

    private TestFetcher Public(LoopbackServer server) =>
        new(Patient, _clock, new ScriptedResolver(["93.184.216.34"]), new RecordingDialer(server), Gap);

    private async Task AdvanceUntilAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            _clock.Advance(Gap);
            await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken));
        }

        await task;
    }
}
