using System.Collections.Frozen;

namespace DigestBot.Ingest.Reading;

/// <summary>
/// Short names for the namespaces of feeds. What counts is the address, compared loosely because publishers misspell
/// it; the usual prefix stands in where a feed forgets to declare it.
/// </summary>
internal static class FeedNamespaces
{
    /// <summary>RSS's own elements, in whatever default namespace they come.</summary>
    public const string Plain = "";

    private const string Unknown = "?";

    private static readonly FrozenDictionary<string, string> ByAddress = new Dictionary<string, string>
    {
        ["http://www.w3.org/2005/atom"] = "atom",
        ["https://www.w3.org/2005/atom"] = "atom",
        ["http://purl.org/atom/ns#"] = "atom",
        ["http://example.com/newformat#"] = "atom",
        ["http://necho.sourceforge.net/"] = "atom",
        ["http://purl.org/echo/"] = "atom",
        ["uri/of/echo/namespace#"] = "atom",
        ["http://purl.org/pie/"] = "atom",
        ["http://backend.userland.com/rss"] = Plain,
        ["http://backend.userland.com/rss2"] = Plain,
        ["http://blogs.law.harvard.edu/tech/rss"] = Plain,
        ["http://purl.org/rss/1.0/"] = Plain,
        ["http://purl.org/net/rss1.1#"] = Plain,
        ["http://my.netscape.com/rdf/simple/0.9/"] = Plain,
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = Plain,
        ["http://channel.netscape.com/rdf/simple/0.9/"] = Plain,
        ["http://purl.org/rss/1.0/modules/content/"] = "content",
        ["http://purl.org/dc/elements/1.1/"] = "dc",
        ["http://purl.org/dc/elements/1.0/"] = "dc",
        ["http://purl.org/metadata/dublin_core#"] = "dc",
        ["http://purl.org/dc/terms/"] = "dcterms",
        ["http://search.yahoo.com/mrss"] = "media",
        ["http://search.yahoo.com/mrss/"] = "media",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://purl.org/rss/1.0/modules/syndication/"] = "sy",
        ["http://www.w3.org/1999/xhtml"] = "xhtml",
        ["http://rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        ["http://www.pheedo.com/namespace/pheedo"] = "pheedo",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> ByPrefix = new Dictionary<string, string>
    {
        ["atom"] = "atom",
        ["a10"] = "atom",
        ["content"] = "content",
        ["dc"] = "dc",
        ["dcterms"] = "dcterms",
        ["media"] = "media",
        ["rdf"] = "rdf",
        ["itunes"] = "itunes",
        ["sy"] = "sy",
        ["xhtml"] = "xhtml",
        ["feedburner"] = "feedburner",
        ["pheedo"] = "pheedo",
        ["rss"] = Plain,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The short name of a declared namespace; an unknown default namespace counts as RSS's own.</summary>
    public static string FromAddress(string address, bool isDefault) =>
        ByAddress.TryGetValue(address.Trim(), out string? name) ? name : isDefault ? Plain : Unknown;

    /// <summary>The short name of a prefix that was never declared.</summary>
    public static string FromPrefix(string prefix) =>
        prefix.Length == 0 ? Plain : ByPrefix.GetValueOrDefault(prefix, Unknown);
}
