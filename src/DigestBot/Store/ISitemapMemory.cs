using DigestBot.News;

namespace DigestBot.Store;

/// <summary>Which pages of a sitemap were asked for.</summary>
internal interface ISitemapMemory
{
    Task<IReadOnlySet<long>> TriedAsync(Source source, CancellationToken cancellationToken);
}
