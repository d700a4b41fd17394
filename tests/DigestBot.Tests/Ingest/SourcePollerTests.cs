using DigestBot.Ingest;
using DigestBot.Ingest.Robots;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest;

public sealed class SourcePollerTests
{
    [Fact]
    public async Task A_feed_that_is_gone_for_good_is_not_asked_again_until_somebody_adds_it_again()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: cancel);
        await using var server = LoopbackServer.Answering(Reply.Status("410 Gone", "Retry-After: 60"));
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(server), bot.Clock);
        string location = server.Address("/feed").AbsoluteUri;
        var named = new NewSource("gone", SourceKind.Feed, "Gone", location, bot.Clock.GetUtcNow());
        Source source = await bot.Get<SourceStore>().AddAsync(bot.Operator, named, cancel);
        var poller = new SourcePoller(
            new SourceReader(fetcher.Fetcher, new RobotsGate(fetcher.Fetcher, bot.Clock)), bot.Get<ArticleIntake>(), bot.Get<PollTiming>(), bot.Clock);

        await poller.PollAsync(source, cancel);

        Source gone = Assert.Single(await bot.Get<SourceStore>().ListAsync(bot.Operator, cancel));
        Assert.Null(gone.NextCheck);
        Assert.Contains("gone for good", gone.LastError, StringComparison.Ordinal);
        await bot.Get<SourceStore>().AddAsync(bot.Operator, named, cancel);
        Assert.Equal(bot.Clock.GetUtcNow(), Assert.Single(await bot.Get<SourceStore>().ListAsync(bot.Operator, cancel)).NextCheck);
    }
}
