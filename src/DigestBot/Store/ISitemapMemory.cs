using DigestBot.News;

namespace DigestBot.Store;

/// <summary>Which pages of a sitemap were asked for, and when.</summary>
internal interface ISitemapMemory
{
    Task<IReadOnlyDictionary<long, DateTimeOffset>> TriedAsync(Source source, CancellationToken cancellationToken);
}
