using DigestBot.News;
using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Ingest;

/// <summary>Reads every source that is due, for as long as the host runs.</summary>
internal sealed partial class IngestWorker(
    SourceStore sources,
    ISourcePoller poller,
    IngestMetrics metrics,
    IOptions<IngestOptions> options,
    TimeProvider clock,
    ILogger<IngestWorker> logger) : BackgroundService
{
    // Longer than any poll may take; then the source is due again, because whoever took it must have died.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private const int TakenAtOnce = 64;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookInterval, clock);
        do
        {
            await PollDueAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // The store may be down for a while; polling goes on when it is back.
    private async Task PollDueAsync(CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Value.MaxConcurrentPolls,
            CancellationToken = cancellationToken,
        };
        try
        {
            while (await sources.TakeDueAsync(TakenAtOnce, clock.GetUtcNow() + Lease, cancellationToken) is { Count: > 0 } due)
            {
                await Parallel.ForEachAsync(due, parallel, PollAsync);
            }
        }
        catch (StoreException exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogStoreFailed(exception.Message);
        }
    }

    // One bad source must not stop the others, so this catches everything but our own shutdown.
    // The filter asks the token, because a timeout is an OperationCanceledException too.
    private async ValueTask PollAsync(Source source, CancellationToken cancellationToken)
    {
        try
        {
            IngestReport report = await poller.PollAsync(source, cancellationToken);
            metrics.Polled(report);
            LogPolled(source.Name, report.New, report.Updated);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is not StoreException)
        {
            LogPollFailed(exception, source.Name);
            metrics.Polled(await poller.FailAsync(source, "It could not be read because of an error in DigestBot; see the log.", cancellationToken));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Polled {Source}: {NewArticles} new and {UpdatedArticles} updated articles")]
    private partial void LogPolled(string source, int newArticles, int updatedArticles);

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not poll {Source}; it will be tried again when next due")]
    private partial void LogPollFailed(Exception exception, string source);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Polling waits for the store: {Reason}")]
    private partial void LogStoreFailed(string reason);
}
