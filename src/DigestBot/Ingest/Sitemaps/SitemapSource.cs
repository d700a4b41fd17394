using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.Reading;
using DigestBot.Ingest.Robots;
using DigestBot.News;
using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Ingest.Sitemaps;

/// <summary>Reads a sitemap as a source: its new pages become articles, a few with each poll.</summary>
internal sealed class SitemapSource(
    PoliteFetcher fetcher, RobotsGate robots, PageReader reader, IPageMemory memory, IOptions<IngestOptions> options, TimeProvider clock)
{
    /// <summary>So many are read where somebody looks whether it works.</summary>
    public const int Sample = 3;

    /// <summary>Of an index, so many sitemaps are read with each poll.</summary>
    public const int MostChildren = 3;

    /// <summary>The sitemap that was downloaded.</summary>
    public static Sitemap? Of(FetchOutcome outcome) =>
        outcome is FetchOutcome.Fetched fetched && Encodings.Decode(fetched.Body, fetched.ContentType).Text is var text && SitemapReader.IsSitemap(text)
            ? SitemapReader.Read(text, fetched.Address)
            : null;

    /// <param name="location">Its address.</param>
    /// <param name="sitemap">What is there.</param>
    /// <param name="fetched">How it came.</param>
    /// <param name="source">Whose pages are remembered; null for a look.</param>
    /// <param name="most">Pages to be read; null for as many as a poll may.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<SourceReading.Found> ReadAsync(
        string location, Sitemap sitemap, FetchOutcome.Fetched fetched, Source? source, int? most, CancellationToken cancellationToken)
    {
        DateTimeOffset since = clock.GetUtcNow() - options.Value.SitemapMaxAge;
        IReadOnlyList<SitemapPage> pages = await PagesAsync(sitemap, fetched.Address, since, cancellationToken);
        IReadOnlyDictionary<long, DateTimeOffset> tried = source is null
            ? new Dictionary<long, DateTimeOffset>()
            : await memory.TriedAsync(source, cancellationToken);
        SitemapPage[] wanted = [.. pages.Where(page => !tried.ContainsKey(page.Key)), .. SitemapChoice.Edited(pages, tried, clock.GetUtcNow())];
        var visits = new PageVisits(fetcher, robots, reader, fetched.Address, since, clock);
        await visits.RunAsync(wanted, most ?? options.Value.SitemapPages, cancellationToken);

        // An answer that nothing has changed would keep us from what is left, and says nothing of the sitemaps of an index.
        bool isRead = !sitemap.IsIndex && !visits.HasMore;
        return new SourceReading.Found(
            SourceKind.Sitemap,
            location,
            visits.Articles.Select(article => article.Source).FirstOrDefault(name => name is not null) ?? fetched.Address.Host,
            visits.Articles,
            sitemap.Problem is { } problem ? [problem, .. visits.Problems] : visits.Problems,
            isRead ? fetched.ETag : null,
            isRead ? fetched.LastModified : null,
            fetched.MaxAge)
        {
            PagesTried = visits.Tried,
        };
    }

    /// <summary>Whether a sitemap lists pages that would be read; an index may.</summary>
    public bool IsFresh(Sitemap sitemap, Uri address) =>
        sitemap.IsIndex ? sitemap.Entries.Count > 0 : SitemapChoice.Of(sitemap.Entries, address, clock.GetUtcNow() - options.Value.SitemapMaxAge).Count > 0;

    /// <summary>The sitemaps of an index that may list new articles: first those for news, then those that changed last, or stand last.</summary>
    public static IReadOnlyList<Uri> Children(Sitemap index, Uri address) =>
    [
        .. index.Entries.Where(entry => SameSite.Has(address, entry.Location))
            .Select((entry, place) => (entry, place))
            .OrderByDescending(child => IsForNews(child.entry.Location))
            .ThenByDescending(child => child.entry.Modified ?? DateTimeOffset.MinValue)
            .ThenByDescending(child => child.place)
            .Select(child => child.entry.Location)
            .Distinct()
            .Take(MostChildren),
    ];

    public static bool IsForNews(Uri address) => address.AbsolutePath.Contains("news", StringComparison.OrdinalIgnoreCase);

    private async Task<IReadOnlyList<SitemapPage>> PagesAsync(
        Sitemap sitemap, Uri address, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (!sitemap.IsIndex)
        {
            return SitemapChoice.Of(sitemap.Entries, address, since);
        }

        var entries = new List<SitemapEntry>();
        foreach (Uri child in Children(sitemap, address))
        {
            FetchOutcome outcome = await fetcher.FetchAsync(new FetchRequest(child, FetchKind.Feed), cancellationToken);
            if (FeedFinder.IsEnd(outcome))
            {
                break;
            }

            // An index in an index is not followed: the standard has none, and they could go round.
            entries.AddRange(Of(outcome) is { IsIndex: false } inner ? inner.Entries : []);
        }

        return SitemapChoice.Of(entries, address, since);
    }
}
