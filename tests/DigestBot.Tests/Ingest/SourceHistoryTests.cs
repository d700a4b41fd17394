using DigestBot.Ingest;
using DigestBot.Ingest.WebSub;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest;

/// <summary>What became of the last checks of a source, and why the next one is when it is.</summary>
public sealed class SourceHistoryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Each_check_is_kept_with_its_outcome_the_newest_first_and_no_more_than_a_day_has_hours(string provider)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        int asked = 0;
        await using var server = LoopbackServer.Answering(_ => ++asked switch
        {
            1 => Reply.Ok("<rss><channel><ttl>300</ttl><item><title>A</title></item><item><title>B</title></item></channel></rss>", "ETag: 1"),
            2 => Reply.Status("304 Not Modified", "Cache-Control: max-age=36000"),
            3 => Reply.Status("503 Service Unavailable", "Retry-After: 100000"),
            _ => Reply.Status("500 Internal Server Error"),
        });
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(server), bot.Clock);
        await bot.Get<SourceStore>().AddAsync(
            bot.Operator, new NewSource("feed", SourceKind.Feed, "Feed", server.Address("/feed").AbsoluteUri, bot.Clock.GetUtcNow()), Cancel);
        var poller = new SourcePoller(fetcher.Reader(bot.Clock), bot.Get<ArticleIntake>(), bot.Get<PollQueue>(), bot.Get<PollTiming>(), bot.Get<HubWatch>(), bot.Clock);

        CheckReason?[] reasons = [await PollAsync(), await PollAsync(), await PollAsync(), await PollAsync()];

        Assert.Equal([CheckReason.AskedByFeed, CheckReason.AskedByServer, CheckReason.RetryAfter, CheckReason.BackOff], reasons);
        IReadOnlyList<SourceCheck> four = (await DetailAsync()).Checks;
        Assert.Equal(
            [(CheckOutcome.Failed, 0), (CheckOutcome.Failed, 0), (CheckOutcome.Unchanged, 0), (CheckOutcome.Read, 2)],
            four.Select(check => (check.Outcome, check.New)));
        Assert.Contains("500", four[0].Problem, StringComparison.Ordinal);
        Assert.Null(four[^1].Problem);

        for (int more = 0; more < SourceCheckStore.Kept; more++)
        {
            await poller.FailAsync(await OnlyAsync(), $"Trouble {more}.", Cancel);
            bot.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        IReadOnlyList<SourceCheck> all = (await DetailAsync()).Checks;
        Assert.Equal(Enumerable.Range(0, SourceCheckStore.Kept).Reverse().Select(more => $"Trouble {more}."), all.Select(check => check.Problem));

        async Task<CheckReason?> PollAsync()
        {
            await poller.PollAsync(await OnlyAsync(), Cancel);
            Source now = await OnlyAsync();
            bot.Clock.SetUtcNow(now.NextCheck!.Value);
            return now.NextWhy;
        }

        async Task<SourceDetail> DetailAsync() => await bot.Get<SourceHistory>().OfAsync(bot.Operator, await OnlyAsync(), Cancel);

        async Task<Source> OnlyAsync() => Assert.Single(await bot.Get<SourceStore>().ListAsync(bot.Operator, Cancel));
    }
}
