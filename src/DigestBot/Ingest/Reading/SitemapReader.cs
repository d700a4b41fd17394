using System.Text;

namespace DigestBot.Ingest.Reading;

/// <summary>
/// Reads sitemaps, indexes of sitemaps and the extension for news, however broken, in one linear pass without a tree. Elements of other
/// extensions (images, videos) have the same names and other prefixes. Never throws on bad input.
/// </summary>
internal static class SitemapReader
{
    /// <summary>More than that no sitemap may list.</summary>
    public const int MaxEntries = 50_000;

    private const int LongestValue = 4096;

    /// <summary>Whether a document says that it is one, by its first element.</summary>
    public static bool IsSitemap(string text)
    {
        var scanner = new MarkupScanner(text, html: false);
        while (scanner.Read())
        {
            if (scanner.Kind == MarkupTokenKind.StartTag)
            {
                return Is(scanner.LocalName, "urlset") || Is(scanner.LocalName, "sitemapindex");
            }
        }

        return false;
    }

    /// <summary>Reads a document that <see cref="IsSitemap"/>.</summary>
    /// <param name="text">The document, decoded.</param>
    /// <param name="address">Where it came from.</param>
    public static Sitemap Read(string text, Uri address)
    {
        var entries = new List<SitemapEntry>();
        var draft = new Draft();
        var scanner = new MarkupScanner(text, html: false);
        string? root = null;
        string prefix = "";
        string news = "news:";
        while (entries.Count < MaxEntries && scanner.Read())
        {
            switch (scanner.Kind)
            {
                case MarkupTokenKind.StartTag when root is null:
                    root = scanner.LocalName.ToString();
                    prefix = scanner.Name[..^root.Length].ToString();
                    news = NewsPrefix(scanner.Content) ?? news;
                    break;
                case MarkupTokenKind.StartTag when IsEntry(scanner.Name, prefix):
                    draft = new Draft();
                    break;
                case MarkupTokenKind.StartTag:
                    draft.Open(FieldOf(scanner.Name, prefix, news));
                    break;
                case MarkupTokenKind.EndTag:
                    draft.Close();
                    if (IsEntry(scanner.Name, prefix) && draft.ToEntry(address) is { } entry)
                    {
                        entries.Add(entry);
                        draft = new Draft();
                    }

                    break;
                default:
                    draft.AddText(scanner.Kind == MarkupTokenKind.CData ? scanner.Content : CharacterReferences.Decode(scanner.Content));
                    break;
            }
        }

        return new Sitemap(Is(root, "sitemapindex"), entries, Problem(entries.Count));
    }

    private static string? Problem(int entries) => entries switch
    {
        0 => "The sitemap has no entries.",
        MaxEntries => $"Only the first {MaxEntries} entries of the sitemap are read.",
        _ => null,
    };

    private static Field FieldOf(ReadOnlySpan<char> name, string prefix, string news) =>
        Is(name, prefix, "loc") ? Field.Location
        : Is(name, prefix, "lastmod") ? Field.Modified
        : Is(name, news, "publication_date") ? Field.Published
        : Is(name, news, "title") ? Field.Title
        : Field.None;

    // What counts is the address of the namespace; the usual prefix stands in where a sitemap forgets to declare it.
    private static string? NewsPrefix(ReadOnlySpan<char> attributes)
    {
        var all = new MarkupAttributes(attributes);
        while (all.Read())
        {
            if (all.Name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase)
                && all.Value.Contains("/sitemap-news/", StringComparison.OrdinalIgnoreCase))
            {
                return $"{all.Name["xmlns:".Length..]}:";
            }
        }

        return null;
    }

    private static bool IsEntry(ReadOnlySpan<char> name, string prefix) => Is(name, prefix, "url") || Is(name, prefix, "sitemap");

    private static bool Is(ReadOnlySpan<char> name, string prefix, string local) =>
        name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && Is(name[prefix.Length..], local);

    private static bool Is(ReadOnlySpan<char> name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private enum Field
    {
        None,
        Location,
        Modified,
        Published,
        Title,
    }

    /// <summary>An entry while it is read; the first of two fields of one name counts.</summary>
    private sealed class Draft
    {
        private readonly string?[] _values = new string?[5];
        private readonly StringBuilder _text = new();
        private Field _open;

        public void Open(Field field)
        {
            Close();
            _open = field;
        }

        public void AddText(ReadOnlySpan<char> text)
        {
            if (_open != Field.None)
            {
                _text.Append(text[..Math.Min(text.Length, LongestValue + 1 - Math.Min(_text.Length, LongestValue + 1))]);
            }
        }

        public void Close()
        {
            if (_open != Field.None && _text.Length <= LongestValue)
            {
                _values[(int)_open] ??= _text.ToString().Trim();
            }

            _text.Clear();
            _open = Field.None;
        }

        public SitemapEntry? ToEntry(Uri address) => WebAddress.Resolve(address, _values[(int)Field.Location]) is { } location
            ? new SitemapEntry(
                location,
                FeedDates.Parse(_values[(int)Field.Modified]),
                FeedDates.Parse(_values[(int)Field.Published]),
                _values[(int)Field.Title] is { Length: > 0 } title ? HtmlText.OneLine(title) : null)
            : null;
    }
}
