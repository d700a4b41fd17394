using DigestBot.Ingest;
using DigestBot.Ingest.Robots;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest;

public sealed class PolitenessTests
{
    private const int Days = 200;
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(97);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, false)]
    public async Task In_two_hundred_days_no_publisher_has_anything_to_complain_of(int feeds, bool restarts)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: cancel);
        var judge = new PolitenessJudge(bot.Clock);
        await using var server = LoopbackServer.Answering(judge.Answer);
        foreach (int feed in Enumerable.Range(1, feeds))
        {
            await bot.Get<SourceStore>().AddAsync(
                bot.Operator, new NewSource($"{feed}", SourceKind.Feed, $"{feed}", server.Address($"/{feed}").AbsoluteUri, bot.Clock.GetUtcNow()), cancel);
        }

        TestFetcher fetcher = new(TestFetcher.Allowing(server), bot.Clock);
        DateTimeOffset end = bot.Clock.GetUtcNow() + TimeSpan.FromDays(Days);
        for (int look = 0; bot.Clock.GetUtcNow() < end; look++, bot.Clock.Advance(Look))
        {
            if (restarts && look % 20 == 0)
            {
                await fetcher.DisposeAsync();
                fetcher = new TestFetcher(TestFetcher.Allowing(server), bot.Clock);
            }

            await PollDueAsync(bot, fetcher, cancel);
        }

        await fetcher.DisposeAsync();
        Assert.Empty(judge.Complaints);
        Assert.Equal(feeds, judge.Unconditional);
        Assert.True(judge.Asked > Days, $"asked only {judge.Asked} times");
    }

    private static async Task PollDueAsync(TestBot bot, TestFetcher fetcher, CancellationToken cancel)
    {
        var poller = new SourcePoller(
            new SourceReader(fetcher.Fetcher, new RobotsGate(fetcher.Fetcher, bot.Clock)), bot.Get<ArticleIntake>(), bot.Get<PollTiming>(), bot.Clock);
        foreach (Source source in await bot.Get<SourceStore>().TakeDueAsync(64, bot.Clock.GetUtcNow() + Lease, cancel))
        {
            await poller.PollAsync(source, cancel);
        }
    }
}
