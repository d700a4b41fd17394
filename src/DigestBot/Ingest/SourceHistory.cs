using DigestBot.Ingest.WebSub;
using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Ingest;

/// <summary>Everything that a space may know of one source.</summary>
/// <param name="Source">As it is.</param>
/// <param name="Origin">How it came to the space; null where the space does not follow it itself.</param>
/// <param name="Checks">The last ones, the newest first.</param>
internal sealed record SourceDetail(Source Source, SourceOrigin? Origin, IReadOnlyList<SourceCheck> Checks)
{
    /// <summary>Its hub; null where it names none, or no hub is asked.</summary>
    public HubSight? Hub { get; init; }
}

/// <summary>Looks up what became of a source.</summary>
internal sealed class SourceHistory(DeadSourceStore origins, SourceCheckStore checks, HubWatch hubs)
{
    /// <param name="space">Who asks.</param>
    /// <param name="source">A source that the space may see.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<SourceDetail> OfAsync(Space space, Source source, CancellationToken cancellationToken)
    {
        IReadOnlyList<SourceCheck> last = await checks.ListAsync(source, cancellationToken);
        return new(
            source,
            await origins.OriginAsync(space, source, cancellationToken),
            [.. last.Select(check => check with { Problem = check.Problem is { } problem ? FeedAddress.In(problem) : null })])
        {
            Hub = await hubs.SightAsync(source, cancellationToken),
        };
    }
}
