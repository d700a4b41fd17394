using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Digests;

/// <summary>Says what stands behind a digest: the sources that the space may see, and which of them fail.</summary>
internal sealed class CoverageReader(SourceStore sources)
{
    public async Task<Coverage> ReadAsync(Space space, int articles, CancellationToken cancellationToken)
    {
        long count = await sources.CountAsync(space, cancellationToken);
        IReadOnlyList<Source> failing = await sources.FailingAsync(space, cancellationToken);
        return new Coverage(
            (int)count,
            (int)count - failing.Count,
            [.. failing.Select(source => new FailingSource(FeedAddress.In(source.Name), FeedAddress.In(source.LastError ?? ""), source.LastSuccess))],
            articles);
    }
}
