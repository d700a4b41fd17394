using DigestBot.Ingest.Reading;

namespace DigestBot.Ingest.Sitemaps;

/// <summary>A page that a sitemap lists.</summary>
/// <param name="Key">By which it is remembered that it was asked for.</param>
/// <param name="Entry">What the sitemap says of it.</param>
internal sealed record SitemapPage(long Key, SitemapEntry Entry);
