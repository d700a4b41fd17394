using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace DigestBot.Ingest.Reading;

/// <summary>What a page says about itself in its head, for machines or by its mark-up.</summary>
internal sealed partial record PageMetadata(
    string? Title, string? Byline, string? SiteName, DateTimeOffset? Published, string? Language, Uri? CanonicalUrl, string? Description,
    string? RobotsTag)
{
    private const int LongestByline = 120;
    private const int LongestTitle = 500;

    private static readonly string[] DateNames =
    [
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate",
        "publishdate", "publish-date", "publish_date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "date", "article.published",
    ];

    private static readonly string[] ChangeNames =
        ["article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod"];

    /// <summary>When it was last changed, as it says; null when it does not, or not after it was published.</summary>
    public DateTimeOffset? Modified { get; private init; }

    /// <summary>Its lead image, which nobody has looked at.</summary>
    public Uri? Image { get; private init; }

    /// <summary>Where it says that the same article stands in a plainer form.</summary>
    public Uri? Plainer { get; private init; }

    /// <summary>Whether it says that not everybody may read all of it.</summary>
    public bool IsPaywalled { get; private init; }

    public static PageMetadata Read(IHtmlDocument document, PageElements elements, LinkedArticle linked, Uri address)
    {
        ILookup<string, string> meta = ReadMeta(elements);
        string? siteName = First(meta, "og:site_name", "application-name") ?? linked.Publisher;
        DateTimeOffset? published = FindDate(elements, meta, linked);
        return new PageMetadata(
            FindTitle(document, elements, meta, linked, siteName),
            FindByline(elements, meta, linked),
            siteName,
            published,
            FindLanguage(document, meta, linked),
            FindCanonical(elements, meta, address),
            First(meta, "og:description", "description", "twitter:description"),
            meta["robots"].Concat(meta["digestbot"]).DefaultIfEmpty().Aggregate((all, next) => $"{all}, {next}"))
        {
            Plainer = WebAddress.Resolve(address, elements.Plainer?.GetAttribute("href")),
            Modified = FindChange(meta, linked) is { } modified && !(modified <= published) ? modified : null,
            Image = WebAddress.Resolve(address, linked.Image)
                ?? WebAddress.Resolve(address, First(meta, "og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src")),
            IsPaywalled = linked.IsPaywalled || meta["article:content_tier"].Any(tier => tier.ToUpperInvariant() is "METERED" or "LOCKED"),
        };
    }

    private static ILookup<string, string> ReadMeta(PageElements elements) => elements.Meta
        .Select(meta => (
            name: (meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop"))?.Trim().ToLowerInvariant() ?? "",
            content: HtmlText.OneLine(meta.GetAttribute("content") ?? string.Empty)))
        .Where(meta => meta.name.Length > 0 && meta.content.Length > 0)
        .ToLookup(meta => meta.name, meta => meta.content);

    private static string? First(ILookup<string, string> meta, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (meta[name].FirstOrDefault() is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private static string? FindTitle(
        IHtmlDocument document, PageElements elements, ILookup<string, string> meta, LinkedArticle linked, string? siteName)
    {
        string? title = linked.Title ?? First(meta, "og:title", "twitter:title", "dc.title", "headline") ?? NullIfEmpty(document.Title);
        string? heading = elements.Headings.Count == 1 ? NullIfEmpty(elements.Headings[0].TextContent) : null;
        return title is null ? heading : WithoutSite(title, siteName);
    }

    // "Dam breaks | The Daily" names its site although the site is named elsewhere.
    private static string WithoutSite(string title, string? siteName)
    {
        if (title.Length > LongestTitle)
        {
            return title;
        }

        Match match = SiteSuffix().Match(title);
        return siteName is not null && match.Success && match.Groups["site"].Value.Equals(siteName, StringComparison.OrdinalIgnoreCase)
            ? match.Groups["title"].Value
            : title;
    }

    private static string? FindByline(PageElements elements, ILookup<string, string> meta, LinkedArticle linked)
    {
        string? byline = linked.Byline ?? First(meta, "author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author");
        if (byline is null || byline.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            byline = NullIfEmpty(elements.Author?.TextContent);
        }

        return byline is { Length: <= LongestByline } ? ByWord().Replace(byline, string.Empty) : null;
    }

    private static DateTimeOffset? FindDate(PageElements elements, ILookup<string, string> meta, LinkedArticle linked)
    {
        IEnumerable<string?> written = [
            linked.Published,
            .. DateNames.Select(name => First(meta, name)),
            .. elements.Dates.Select(element => element.GetAttribute("datetime") ?? element.TextContent),
        ];
        return written.Select(FeedDates.Parse).FirstOrDefault(date => date is not null);
    }

    private static DateTimeOffset? FindChange(ILookup<string, string> meta, LinkedArticle linked) =>
        ChangeNames.Select(name => First(meta, name)).Prepend(linked.Modified).Select(FeedDates.Parse).FirstOrDefault(date => date is not null);

    private static string? FindLanguage(IHtmlDocument document, ILookup<string, string> meta, LinkedArticle linked) =>
        NullIfEmpty(document.DocumentElement?.GetAttribute("lang") ?? document.DocumentElement?.GetAttribute("xml:lang"))
        ?? First(meta, "content-language", "dc.language", "og:locale")?.Replace('_', '-')
        ?? linked.Language;

    private static Uri? FindCanonical(PageElements elements, ILookup<string, string> meta, Uri address) =>
        WebAddress.Resolve(address, elements.Canonical?.GetAttribute("href"))
        ?? WebAddress.Resolve(address, First(meta, "og:url"));

    private static string? NullIfEmpty(string? text) => HtmlText.OneLine(text ?? string.Empty) is { Length: > 0 } line ? line : null;

    [GeneratedRegex(@"^(?<title>.{8,}?)\s+[|–—•·-]\s+(?<site>[^|–—•·]{2,})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SiteSuffix();

    [GeneratedRegex(@"^(by|von|par|por|di)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ByWord();
}
