using DigestBot.Ingest.Fetching;
using DigestBot.News;
using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Ingest;

/// <summary>Reads the sources that are due, those of one host one after the other.</summary>
internal sealed partial class PollRound(
    PollQueue queue,
    ISourcePoller poller,
    HostRestKeeper rests,
    IngestMetrics metrics,
    IOptions<IngestOptions> options,
    IOptions<FetchOptions> fetching,
    TimeProvider clock,
    ILogger<PollRound> logger)
{
    // Longer than any host's turn may take; then the source is due again, because whoever took it must have died.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    // So long the sources of one host may hold up the others; the rest of them wait for another round.
    private static readonly TimeSpan HostPatience = TimeSpan.FromSeconds(10);

    private const int TakenAtOnce = 64;

    private readonly ClockWatch _watch = new(clock);

    /// <summary>To be called once, before the first round: recalls what hosts asked for, and spreads what became due meanwhile.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await rests.RestoreAsync(cancellationToken);
        await queue.ClockWentBackAsync(cancellationToken);
        await queue.SpreadLateAsync(options.Value.PollInterval, cancellationToken);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (_watch.Jump() is { Ticks: not 0 } jump)
        {
            await rests.RenewAsync(cancellationToken);
            await (jump > TimeSpan.Zero ? queue.ClockWentForwardAsync(jump, cancellationToken) : queue.ClockWentBackAsync(cancellationToken));
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.MaxConcurrentPolls, CancellationToken = cancellationToken };
        while (await queue.TakeDueAsync(TakenAtOnce, clock.GetUtcNow() + Lease, cancellationToken) is { Count: > 0 } due)
        {
            await Parallel.ForEachAsync(due.GroupBy(Host), parallel, PollHostAsync);
        }
    }

    private async ValueTask PollHostAsync(IEnumerable<Source> ofOneHost, CancellationToken cancellationToken)
    {
        long begin = clock.GetTimestamp();
        TimeSpan putOff = TimeSpan.Zero;
        foreach (Source source in ofOneHost)
        {
            if (clock.GetElapsedTime(begin) < HostPatience)
            {
                await PollAsync(source, cancellationToken);
            }
            else
            {
                putOff += fetching.Value.HostGap;
                await queue.PutOffAsync(source, clock.GetUtcNow() + putOff, cancellationToken);
            }
        }
    }

    // One bad source must not stop the others, so this catches everything but our own shutdown.
    // The filter asks the token, because a timeout is an OperationCanceledException too.
    private async Task PollAsync(Source source, CancellationToken cancellationToken)
    {
        string name = FeedAddress.In(source.Name);
        try
        {
            IngestReport report = await poller.PollAsync(source, cancellationToken);
            metrics.Polled(report);
            LogPolled(name, report.New, report.Updated);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is not StoreException)
        {
            LogPollFailed(name, FeedAddress.In(exception.ToString()));
            metrics.Polled(await poller.FailAsync(source, "It could not be read because of an error in DigestBot; see the log.", cancellationToken));
        }

        await rests.SaveAsync(cancellationToken);
    }

    // What is no address is a folder of its own.
    private static string Host(Source source) =>
        AddressText.Parse(source.Location) is { IsFile: false } address ? FetchReasons.Site(address) : $"/{source.Id}";

    [LoggerMessage(Level = LogLevel.Information, Message = "Polled {Source}: {NewArticles} new and {UpdatedArticles} updated articles")]
    private partial void LogPolled(string source, int newArticles, int updatedArticles);

    // As text, because what an exception says may hold the address.
    [LoggerMessage(Level = LogLevel.Error, Message = "Could not poll {Source}; it will be tried again when next due: {Exception}")]
    private partial void LogPollFailed(string source, string exception);
}
