using DigestBot.News;

namespace DigestBot.Ingest;

/// <summary>Reads one source that is due; the worker's other half, apart so that the worker's promises can be tested.</summary>
internal interface ISourcePoller
{
    Task<IngestReport> PollAsync(Source source, CancellationToken cancellationToken);

    /// <summary>Records a failure that nobody expected.</summary>
    Task<IngestReport> FailAsync(Source source, string why, CancellationToken cancellationToken);
}
