using DigestBot.Ingest;
using DigestBot.Ingest.WebSub;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest;

public sealed class SourcePollerTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task What_a_feed_asked_for_holds_after_an_answer_that_nothing_changed_too(string provider)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using TestBot bot = await TestBot.StartAsync(provider, cancel);
        await using var server = LoopbackServer.Answering(
            Reply.Ok("<rss><channel><ttl>600</ttl><skipHours><hour>17</hour></skipHours><item><title>A</title></item></channel></rss>", "ETag: 1"),
            Reply.Status("304 Not Modified"));
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(server), bot.Clock);
        await bot.Get<SourceStore>().AddAsync(
            bot.Operator, new NewSource("feed", SourceKind.Feed, "Feed", server.Address("/feed").AbsoluteUri, bot.Clock.GetUtcNow()), cancel);
        SourcePoller poller = Poller(bot, fetcher);

        await poller.PollAsync(await OnlyAsync(bot, cancel), cancel);
        await poller.PollAsync(await OnlyAsync(bot, cancel), cancel);

        Source source = await OnlyAsync(bot, cancel);
        Assert.Equal(2, server.Connections);
        Assert.Null(source.LastError);
        Assert.Equal(new PollHints { Interval = TimeSpan.FromHours(10), SkipHours = 1 << 17 }, source.Hints);
        Assert.InRange(source.NextCheck!.Value, bot.Clock.GetUtcNow().AddHours(11), bot.Clock.GetUtcNow().AddHours(11.5)); // begun at 7

        bot.Clock.SetUtcNow(TestBot.Begin.AddHours(34)); // the bot was off for a day, and comes back at 17
        await poller.PollAsync(source, cancel);
        Assert.Equal(2, server.Connections);
        DateTimeOffset six = TestBot.Begin.AddHours(35);
        Assert.InRange((await OnlyAsync(bot, cancel)).NextCheck!.Value, six, six.AddMinutes(15));
    }

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
        SourcePoller poller = Poller(bot, fetcher);

        await poller.PollAsync(source, cancel);

        Source gone = Assert.Single(await bot.Get<SourceStore>().ListAsync(bot.Operator, cancel));
        Assert.Null(gone.NextCheck);
        Assert.Contains("gone for good", gone.LastError, StringComparison.Ordinal);
        await bot.Get<SourceStore>().AddAsync(bot.Operator, named, cancel);
        Assert.Equal(bot.Clock.GetUtcNow(), Assert.Single(await bot.Get<SourceStore>().ListAsync(bot.Operator, cancel)).NextCheck);
    }

    [Theory]
    [InlineData("sqlite", true)]
    [InlineData("postgresql", false)]
    public async Task A_feed_that_failed_for_fourteen_days_is_at_rest_until_somebody_resumes_it(string provider, bool comesBack)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using TestBot bot = await TestBot.StartAsync(provider, cancel);
        bool isWell = false;
        await using var server = LoopbackServer.Answering(_ => isWell
            ? Reply.Ok("<rss><channel><item><title>A</title></item></channel></rss>")
            : Reply.Status("500 Internal Server Error"));
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(server), bot.Clock);
        await bot.Get<SourceStore>().AddAsync(
            bot.Operator, new NewSource("feed", SourceKind.Feed, "Feed", server.Address("/feed").AbsoluteUri, bot.Clock.GetUtcNow()), cancel);
        SourcePoller poller = Poller(bot, fetcher);
        SourceManager manager = bot.Get<SourceManager>();

        Source last = await PollUntilRestAsync();

        Assert.InRange(bot.Clock.GetUtcNow() - TestBot.Begin, TimeSpan.FromDays(14), TimeSpan.FromDays(16));
        Assert.Contains("failed for 14 days, so it is not asked again", last.LastError, StringComparison.Ordinal);
        Assert.True(last.IsAtRest);
        isWell = comesBack;
        await manager.PauseAsync(bot.Operator, last, paused: false, cancel);
        Source resumed = await OnlyAsync(bot, cancel);
        Assert.Equal(bot.Clock.GetUtcNow(), resumed.NextCheck);
        await poller.PollAsync(resumed, cancel);
        Source now = await OnlyAsync(bot, cancel);
        Assert.False(now.IsAtRest);
        Assert.Equal(comesBack, now.LastError is null);
        Assert.Equal(comesBack ? null : bot.Clock.GetUtcNow(), now.FailingSince);

        async Task<Source> PollUntilRestAsync()
        {
            Source source = await OnlyAsync(bot, cancel);
            while (source.NextCheck is { } next)
            {
                bot.Clock.SetUtcNow(next);
                await poller.PollAsync(source, cancel);
                source = await OnlyAsync(bot, cancel);
            }

            return source;
        }
    }

    [Fact]
    public async Task A_bot_that_was_off_for_a_month_gives_no_source_up_at_once()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: cancel);
        await using var server = LoopbackServer.Answering(Reply.Status("500 Internal Server Error"));
        await using var fetcher = new TestFetcher(TestFetcher.Allowing(server), bot.Clock);
        await bot.Get<SourceStore>().AddAsync(
            bot.Operator, new NewSource("feed", SourceKind.Feed, "Feed", server.Address("/feed").AbsoluteUri, bot.Clock.GetUtcNow()), cancel);

        for (int poll = 0; poll < 4; poll++)
        {
            await Poller(bot, fetcher).PollAsync(await OnlyAsync(bot, cancel), cancel);
            bot.Clock.Advance(TimeSpan.FromDays(30));
        }

        Assert.NotNull((await OnlyAsync(bot, cancel)).NextCheck);
    }

    private static SourcePoller Poller(TestBot bot, TestFetcher fetcher) => new(
        fetcher.Reader(bot.Clock), bot.Get<ArticleIntake>(), bot.Get<PollQueue>(), bot.Get<PollTiming>(), bot.Get<HubWatch>(), bot.Clock);

    private static async Task<Source> OnlyAsync(TestBot bot, CancellationToken cancel) =>
        Assert.Single(await bot.Get<SourceStore>().ListAsync(bot.Operator, cancel));
}
