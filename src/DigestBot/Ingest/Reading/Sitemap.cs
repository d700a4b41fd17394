namespace DigestBot.Ingest.Reading;

/// <summary>What a sitemap lists, as sites write it for search engines.</summary>
/// <param name="IsIndex">Whether its entries are sitemaps, not pages.</param>
/// <param name="Entries">In its own order.</param>
/// <param name="Problem">What could not be read of it, in one sentence.</param>
internal sealed record Sitemap(bool IsIndex, IReadOnlyList<SitemapEntry> Entries, string? Problem)
{
    /// <summary>By its own name.</summary>
    public string Format => IsIndex ? "sitemap index" : Entries.Any(entry => entry.Published is not null) ? "news sitemap" : "sitemap";
}

/// <summary>One page, or in an index one sitemap.</summary>
/// <param name="Location">Absolute, http or https.</param>
/// <param name="Modified">When it last changed, as it says.</param>
/// <param name="Published">When the article was published, by the extension for news.</param>
/// <param name="Title">The article's, by the extension for news.</param>
internal sealed record SitemapEntry(Uri Location, DateTimeOffset? Modified, DateTimeOffset? Published, string? Title);
