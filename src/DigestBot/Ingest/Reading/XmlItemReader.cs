namespace DigestBot.Ingest.Reading;

/// <summary>Reads one RSS item or Atom entry.</summary>
internal static class XmlItemReader
{
    private static readonly string[] PublishedNames =
        ["pubdate", "atom:published", "published", "atom:issued", "issued", "dc:date", "dcterms:issued", "dcterms:created", "atom:created", "date"];

    private static readonly string[] UpdatedNames =
        ["atom:updated", "updated", "atom:modified", "modified", "dcterms:modified", "lastbuilddate"];

    public static FeedItem Read(FeedNode entry, Uri? site)
    {
        GiveBase(entry, site);
        FeedNode? summary = entry.Child("atom:summary", "description", "summary", "dc:description", "itunes:summary", "media:description")
            ?? entry.Child("media:group")?.Child("media:description");
        FeedNode? content = entry.Child("content:encoded", "atom:content", "content", "xhtml:body", "xhtml:div", "body");
        return new FeedItem
        {
            Id = entry.ChildText("guid", "atom:id", "id") ?? entry.Attribute("rdf:about") ?? entry.ChildText("dc:identifier"),
            Title = FeedText.Headline(entry.Child("atom:title", "title")) ?? FeedText.Headline(entry.Child("dc:title", "media:title")),
            Link = XmlFeedLinks.Find(entry),
            Published = FirstDate(entry, PublishedNames),
            Updated = FirstDate(entry, UpdatedNames),
            Summary = FeedText.Body(summary),
            Content = FeedText.Body(content),
            Author = Author(entry),
            Language = entry.ChildText("dc:language", "language") ?? entry.Child("atom:title", "title")?.Language ?? entry.Language,
        };
    }

    // A feed of unknown origin: what is relative in it is most likely relative to its site.
    private static void GiveBase(FeedNode entry, Uri? site)
    {
        entry.Base ??= site;
        foreach (FeedNode child in entry.Children)
        {
            child.Base ??= entry.Base;
        }
    }

    private static DateTimeOffset? FirstDate(FeedNode entry, string[] names)
    {
        foreach (string name in names)
        {
            if (FeedDates.Parse(entry.ChildText(name)) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static string? Author(FeedNode entry)
    {
        string? name = entry.Child("atom:author", "author")?.ChildText("atom:name", "name")
            ?? entry.ChildText("dc:creator", "author", "itunes:author", "atom:author", "dcterms:creator");
        if (name is null)
        {
            return null;
        }

        // RSS asks for "mail@host (Name)".
        int open = name.IndexOf('(', StringComparison.Ordinal);
        string shown = open > 0 && name.EndsWith(')') && name.Contains('@', StringComparison.Ordinal) ? name[(open + 1)..^1] : name;
        string line = HtmlText.ToHeadline(shown);
        return line.Length == 0 ? null : line;
    }
}
