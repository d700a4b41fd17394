using System.Collections.Frozen;

namespace DigestBot.Ingest.Reading;

/// <summary>Recognizes a web page that came instead of a feed, and the feeds that it advertises.</summary>
internal static class FeedDiscovery
{
    private const int MaxAlternates = 20;

    private static readonly FrozenSet<string> PageElements =
        new[] { "html", "head", "body", "meta", "title", "div", "p", "script" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsWebPage(string text)
    {
        var scanner = new MarkupScanner(text, html: true);
        bool isDeclared = text.AsSpan().TrimStart().StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase);
        while (!isDeclared && scanner.Read())
        {
            if (scanner.Kind == MarkupTokenKind.StartTag)
            {
                return PageElements.Contains(scanner.Name.ToString());
            }
        }

        return isDeclared;
    }

    public static Feed ReadWebPage(string html, Uri? address)
    {
        IReadOnlyList<Uri> alternates = FindAlternates(html, address);
        string hint = alternates.Count == 0
            ? "it names no feed either, so look for the feed's address on the site."
            : $"it names a feed at {alternates[0]}, which may be added instead.";
        return Feed.NotAFeed($"This is a web page, not a feed; {hint}") with { Alternates = alternates };
    }

    /// <summary>The feeds in "link rel=alternate", in the page's order.</summary>
    public static IReadOnlyList<Uri> FindAlternates(string html, Uri? address)
    {
        var found = new List<Uri>();
        Uri? baseAddress = address;
        var scanner = new MarkupScanner(html, html: true);
        while (found.Count < MaxAlternates && scanner.Read())
        {
            if (scanner.Kind != MarkupTokenKind.StartTag)
            {
                continue;
            }

            if (scanner.Name.Equals("base", StringComparison.OrdinalIgnoreCase)
                && MarkupAttributes.Find(scanner.Content, "href") is { } given)
            {
                baseAddress = WebAddress.Combine(address, given) ?? address;
            }
            else if (scanner.Name.Equals("link", StringComparison.OrdinalIgnoreCase)
                && AdvertisedFeed(scanner.Content, baseAddress) is { } feed && !found.Contains(feed))
            {
                found.Add(feed);
            }
        }

        return found;
    }

    private static Uri? AdvertisedFeed(ReadOnlySpan<char> link, Uri? baseAddress)
    {
        string relations = MarkupAttributes.Find(link, "rel") ?? string.Empty;
        string type = MarkupAttributes.Find(link, "type") ?? string.Empty;
        bool isFeed = type.Trim().ToLowerInvariant() is "application/rss+xml" or "application/atom+xml" or "application/rdf+xml"
            or "application/feed+json" or "application/json" or "text/xml";
        return isFeed && relations.Contains("alternate", StringComparison.OrdinalIgnoreCase)
            ? WebAddress.Resolve(baseAddress, MarkupAttributes.Find(link, "href"))
            : null;
    }
}
