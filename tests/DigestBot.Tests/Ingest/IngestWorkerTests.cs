using DigestBot.Ingest;
using DigestBot.Ingest.Fetching;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace DigestBot.Tests.Ingest;

public sealed class IngestWorkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static TheoryData<Exception> Failures => [new InvalidOperationException("a bug"), new TaskCanceledException("a timeout")];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_source_that_fails_unexpectedly_does_not_stop_the_others_and_its_failure_is_recorded(Exception failure)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: cancel);
        foreach (string name in new[] { "broken", "healthy" })
        {
            await bot.Get<SourceStore>().AddAsync(
                bot.Operator, new NewSource(name, SourceKind.Feed, name, $"https://{name}.example/", bot.Clock.GetUtcNow()), cancel);
        }

        using var polled = new SemaphoreSlim(0);
        using var recorded = new SemaphoreSlim(0);
        var poller = new Mock<ISourcePoller>();
        poller.Setup(other => other.PollAsync(It.Is<Source>(source => source.Name == "broken"), It.IsAny<CancellationToken>()))
            .ThrowsAsync(failure);
        poller.Setup(other => other.PollAsync(It.Is<Source>(source => source.Name == "healthy"), It.IsAny<CancellationToken>()))
            .Callback(() => polled.Release()).ReturnsAsync(IngestReport.Empty);
        poller.Setup(other => other.FailAsync(It.Is<Source>(source => source.Name == "broken"), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Callback(() => recorded.Release()).ReturnsAsync(IngestReport.Failure("broken", "why"));

        IOptions<IngestOptions> options = Options.Create(new IngestOptions { MaxConcurrentPolls = 1 });
        var round = new PollRound(
            bot.Get<PollQueue>(),
            poller.Object,
            bot.Get<HostRestKeeper>(),
            bot.Get<IngestMetrics>(),
            options,
            Options.Create(new FetchOptions()),
            bot.Clock,
            NullLogger<PollRound>.Instance);
        using var worker = new IngestWorker(round, options, bot.Clock, NullLogger<IngestWorker>.Instance);
        await worker.StartAsync(cancel);

        Assert.True(await recorded.WaitAsync(Patience, cancel));
        Assert.True(await polled.WaitAsync(Patience, cancel));
        Assert.False(worker.ExecuteTask!.IsCompleted);
        await worker.StopAsync(cancel);
    }
}
