using DigestBot.Ingest;
using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.WebSub;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Ingest;

public sealed class PolitenessTests
{
    private const int Days = 200;
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(97);

    // What happens to the clock now and then: by an hour, by days, by more than anybody is ever left alone for.
    private static readonly TimeSpan[] Jumps =
    [
        TimeSpan.FromHours(1), TimeSpan.FromDays(3), TimeSpan.FromDays(-5), TimeSpan.FromDays(40), TimeSpan.FromHours(-2), TimeSpan.FromDays(-36),
    ];

    [Theory]
    [InlineData(1, "restarts")]
    [InlineData(3, "")]
    [InlineData(3, "restarts, nights, moves")]
    [InlineData(2, "jumps, restarts, moves")]
    public async Task In_two_hundred_days_no_publisher_has_anything_to_complain_of(int feeds, string life)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        var clock = new SettableClock();
        await using TestBot bot = await TestBot.StartAsync("sqlite", _ => { }, clock, cancel);
        bool moves = life.Contains("moves", StringComparison.Ordinal);
        var judge = new PolitenessJudge(clock, life.Contains("nights", StringComparison.Ordinal))
        {
            MovesAt = moves ? TestBot.Begin.AddDays(Days / 2) : DateTimeOffset.MaxValue,
        };
        await using var server = LoopbackServer.Answering(judge.Answer);
        foreach (int feed in Enumerable.Range(1, feeds))
        {
            await bot.Get<SourceStore>().AddAsync(
                bot.Operator, new NewSource($"{feed}", SourceKind.Feed, $"{feed}", server.Address($"/{feed}").AbsoluteUri, clock.GetUtcNow()), cancel);
        }

        await LiveAsync(bot, clock, server, life, cancel);

        Assert.Empty(judge.Complaints);
        Assert.Equal(feeds, judge.Unconditional);
        Assert.True(judge.Asked > Days / 2, $"asked only {judge.Asked} times");
        IReadOnlyList<Source> sources = await bot.Get<SourceStore>().ListAsync(bot.Operator, cancel);
        Assert.All(sources, source => Assert.Equal(moves, source.MovedFrom is not null));
        Assert.InRange(judge.AskedAtTheOldAddress, moves ? 3 * feeds : 0, moves ? 30 * feeds : 0);
    }

    private static async Task LiveAsync(TestBot bot, SettableClock clock, LoopbackServer server, string life, CancellationToken cancel)
    {
        TestFetcher? fetcher = null;
        PollRound? round = null;
        DateTimeOffset end = clock.Truth + TimeSpan.FromDays(Days);
        for (int look = 0; clock.Truth < end; look++, clock.Advance(Look))
        {
            if (fetcher is null || round is null || (look % 20 == 0 && life.Contains("restarts", StringComparison.Ordinal)))
            {
                await (fetcher?.DisposeAsync() ?? ValueTask.CompletedTask);
                fetcher = new TestFetcher(TestFetcher.Allowing(server), clock);
                round = Round(bot, fetcher);
                await round.BeginAsync(cancel);
            }
            else if (look % 35 == 34 && life.Contains("jumps", StringComparison.Ordinal))
            {
                clock.SetBy(Jumps[look / 35 % Jumps.Length]);
            }

            await round.RunAsync(cancel);
        }

        await fetcher!.DisposeAsync();
    }

    private static PollRound Round(TestBot bot, TestFetcher fetcher)
    {
        var reader = fetcher.Reader(bot.Clock);
        return new PollRound(
            bot.Get<PollQueue>(),
            new SourcePoller(reader, bot.Get<ArticleIntake>(), bot.Get<PollQueue>(), bot.Get<PollTiming>(), bot.Get<HubWatch>(), bot.Clock),
            new HostRestKeeper(fetcher.Rests, bot.Get<HostRestStore>()),
            bot.Get<IngestMetrics>(),
            Options.Create(new IngestOptions()),
            Options.Create(new FetchOptions()),
            bot.Clock,
            NullLogger<PollRound>.Instance);
    }
}
