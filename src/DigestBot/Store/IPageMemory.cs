using DigestBot.News;

namespace DigestBot.Store;

/// <summary>Which pages that a source lists were asked for, and when.</summary>
internal interface IPageMemory
{
    Task<IReadOnlyDictionary<long, DateTimeOffset>> TriedAsync(Source source, CancellationToken cancellationToken);
}
