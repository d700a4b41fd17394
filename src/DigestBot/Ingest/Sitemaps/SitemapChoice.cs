using DigestBot.Ingest.Reading;

namespace DigestBot.Ingest.Sitemaps;

/// <summary>Chooses, of all that a sitemap lists, the pages that may be new articles.</summary>
/// <remarks>
/// A sitemap lists a whole site. Pages are worth asking for that say they are recent; where none says so, or too many do to be
/// believed, only what stands at either end of the list, because that is where new pages are put.
/// </remarks>
internal static class SitemapChoice
{
    /// <summary>Of what does not say when it changed, so many at either end of the list.</summary>
    public const int MostUndated = 50;

    /// <summary>No site changes more pages in so short a time: more of them have a date that says nothing.</summary>
    public const int MostRecent = 1000;

    /// <summary>So many edits at once are believed of any site; beyond that, no more than half of its pages.</summary>
    public const int FewEdits = 3;

    /// <summary>The pages, newest first, each once.</summary>
    /// <param name="entries">As the sitemap lists them.</param>
    /// <param name="sitemap">Where it is: it speaks for its own site only.</param>
    /// <param name="since">What is older is not asked for.</param>
    public static IReadOnlyList<SitemapPage> Of(IReadOnlyList<SitemapEntry> entries, Uri sitemap, DateTimeOffset since)
    {
        SitemapPage[] pages =
        [
            .. entries.Where(entry => SameSite.Has(sitemap, entry.Location))
                .Select(entry => ArticleIdentity.UrlKey(CanonicalUrl.Of(entry.Location.AbsoluteUri)) is { } key ? new SitemapPage(key, entry) : null)
                .OfType<SitemapPage>()
                .DistinctBy(page => page.Key),
        ];
        List<SitemapPage> published = Recent(pages, entry => entry.Published, since);
        List<SitemapPage> changed = Recent(pages, entry => entry.Published is null ? entry.Modified : null, since);
        bool isBelieved = changed.Count <= MostRecent;
        SitemapPage[] undated = [.. pages.Where(page => page.Entry is { Published: null } entry && (entry.Modified is null || !isBelieved))];
        return
        [
            .. published.Concat(isBelieved ? changed : []).OrderByDescending(page => page.Entry.Published ?? page.Entry.Modified).Take(MostRecent),
            .. undated.Take(MostUndated).Concat(undated.Skip(MostUndated).Reverse().Take(MostUndated)),
        ];
    }

    /// <summary>Pages that were asked for and say to have changed since, the last change first; none where too many say so to be believed.</summary>
    /// <param name="pages">As chosen.</param>
    /// <param name="tried">When each was asked for.</param>
    /// <param name="now">What is said of later than this says nothing.</param>
    public static IReadOnlyList<SitemapPage> Edited(
        IReadOnlyList<SitemapPage> pages, IReadOnlyDictionary<long, DateTimeOffset> tried, DateTimeOffset now)
    {
        SitemapPage[] known = [.. pages.Where(page => tried.ContainsKey(page.Key))];
        SitemapPage[] edited = [.. known.Where(page => page.Entry.Modified > tried[page.Key] && page.Entry.Modified <= now)];
        return edited.Length <= Math.Max(FewEdits, known.Length / 2) ? [.. edited.OrderByDescending(page => page.Entry.Modified)] : [];
    }

    private static List<SitemapPage> Recent(SitemapPage[] pages, Func<SitemapEntry, DateTimeOffset?> date, DateTimeOffset since) =>
        [.. pages.Where(page => date(page.Entry) >= since)];
}
