using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.Robots;

namespace DigestBot.Ingest.Sitemaps;

/// <summary>Looks for the sitemap of a site that has no feed: where its robots.txt says, or else where sitemaps usually are.</summary>
internal sealed class SitemapFinder(PoliteFetcher fetcher, RobotsGate robots, SitemapSource sitemaps)
{
    /// <summary>Of the sitemaps that robots.txt names, so many are tried.</summary>
    public const int MostNamed = 3;

    public static IReadOnlyList<string> UsualPaths { get; } = ["/sitemap.xml", "/sitemap_index.xml"];

    /// <summary>The sitemap as a source, with the newest of its pages; null where there is none that lists anything new.</summary>
    public async Task<SourceReading?> FindAsync(Uri site, CancellationToken cancellationToken)
    {
        Uri[] named =
        [
            .. (await robots.SitemapsAsync(site, cancellationToken))
                .Where(address => SameSite.Has(site, address)).OrderByDescending(SitemapSource.IsForNews).Take(MostNamed),
        ];
        foreach (Uri address in named.Length > 0 ? named : UsualPaths.Select(path => new Uri(site, path)))
        {
            (SourceReading? found, bool isOver) = await TryAsync(address, cancellationToken);
            if (found is not null || isOver)
            {
                return found;
            }
        }

        return null;
    }

    private async Task<(SourceReading? Found, bool IsOver)> TryAsync(Uri address, CancellationToken cancellationToken)
    {
        if (await robots.RefusalAsync(address, cancellationToken) is not null)
        {
            return (null, false);
        }

        FetchOutcome outcome = await fetcher.FetchAsync(new FetchRequest(address, FetchKind.Feed), cancellationToken);
        if (outcome is not FetchOutcome.Fetched fetched || SitemapSource.Of(outcome) is not { } sitemap)
        {
            return (null, FeedFinder.IsEnd(outcome));
        }

        // A sitemap for news is small and says what is new, so it is a better source than the index that names it.
        if (sitemap.IsIndex && SitemapSource.Children(sitemap, fetched.Address) is [{ } child, ..] && SitemapSource.IsForNews(child))
        {
            (SourceReading? inner, bool isOver) = await TryAsync(child, cancellationToken);
            if (inner is not null || isOver)
            {
                return (inner, isOver);
            }
        }

        return sitemaps.IsFresh(sitemap, fetched.Address)
            ? (await sitemaps.ReadAsync(address.AbsoluteUri, sitemap, fetched, null, SitemapSource.Sample, cancellationToken) with
            {
                Sight = SourceSight.Of(fetched, sitemap.Format, sitemap.Entries.Count, FoundBy.Sitemap),
            },
            false)
            : (null, false);
    }
}
