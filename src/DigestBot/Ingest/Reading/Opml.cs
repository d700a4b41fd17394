using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace DigestBot.Ingest.Reading;

/// <summary>Reads OPML as leniently as feeds, and writes OPML 2.0.</summary>
internal static class Opml
{
    private const int ShownProblems = 20;

    public static OpmlDocument Read(ReadOnlySpan<byte> bytes) => Read(Encodings.Decode(bytes, contentType: null).Text);

    /// <summary>The same for text that is decoded already.</summary>
    public static OpmlDocument Read(string text)
    {
        var problems = new List<string>();
        FeedNode document = FeedTree.Build(text, address: null, problems);
        if (document.Child("opml") is not { } opml)
        {
            return new OpmlDocument(null, [], ["This is not an OPML list; export the subscriptions again."]);
        }

        var feeds = new List<OpmlFeed>();
        var seen = new HashSet<Uri>();
        foreach (FeedNode parent in opml.All("body").Append(opml))
        {
            ReadOutlines(parent, folder: null, feeds, seen, problems);
        }

        if (feeds.Count == 0)
        {
            Add(problems, "The list names no feeds.");
        }

        string? title = opml.Child("head")?.ChildText("title");
        return new OpmlDocument(title is null ? null : HtmlText.OneLine(title), feeds, problems);
    }

    public static bool IsOpml(string text)
    {
        var scanner = new MarkupScanner(text, html: false);
        while (scanner.Read())
        {
            if (scanner.Kind == MarkupTokenKind.StartTag)
            {
                return scanner.LocalName.Equals("opml", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    public static string Write(OpmlDocument document)
    {
        var body = new XElement("body");
        foreach (OpmlFeed feed in document.Feeds)
        {
            XElement parent = FindFolder(body, feed.Folder);
            string title = Clean(feed.Title) ?? feed.FeedUrl.Host;
            parent.Add(new XElement(
                "outline",
                new XAttribute("type", "rss"),
                new XAttribute("text", title),
                new XAttribute("title", title),
                new XAttribute("xmlUrl", feed.FeedUrl.OriginalString),
                feed.SiteUrl is null ? null : new XAttribute("htmlUrl", feed.SiteUrl.OriginalString)));
        }

        var opml = new XElement(
            "opml",
            new XAttribute("version", "2.0"),
            new XElement("head", new XElement("title", Clean(document.Title) ?? "Subscriptions")),
            body);
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            opml.Save(writer);
        }

        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text}\n";
    }

    // The depth is bounded, because the tree is.
    private static void ReadOutlines(FeedNode parent, string? folder, List<OpmlFeed> feeds, HashSet<Uri> seen, List<string> problems)
    {
        foreach (FeedNode outline in parent.All("outline"))
        {
            string? title = Title(outline);
            if (outline.Attribute("xmlurl") is { Length: > 0 } written)
            {
                AddFeed(outline, written, title, folder, feeds, seen, problems);
            }

            string? inner = title is not null && !outline.HasAttribute("xmlurl") ? FolderPath.Into(folder, title) : folder;
            ReadOutlines(outline, inner, feeds, seen, problems);
        }
    }

    private static void AddFeed(
        FeedNode outline, string written, string? title, string? folder, List<OpmlFeed> feeds, HashSet<Uri> seen, List<string> problems)
    {
        // "feed:" is an old way to say that an address is a feed's.
        string address = written.Trim();
        address = address.StartsWith("feed://", StringComparison.OrdinalIgnoreCase) ? "http://" + address[7..]
            : address.StartsWith("feed:", StringComparison.OrdinalIgnoreCase) ? address[5..]
            : address;
        if (WebAddress.Resolve(null, address) is not { } feedUrl)
        {
            Add(problems, $"\"{title ?? "An entry"}\" has no http or https address, so it was left out.");
        }
        else if (seen.Add(feedUrl))
        {
            feeds.Add(new OpmlFeed(title, feedUrl, WebAddress.Resolve(null, outline.Attribute("htmlurl")), folder ?? Category(outline)));
        }
    }

    private static void Add(List<string> problems, string problem)
    {
        if (problems.Count < ShownProblems)
        {
            problems.Add(problem);
        }
    }

    // "/Europe/Alps,News": what stands in no folder may name its place so; the first counts.
    private static string? Category(FeedNode outline) => (outline.Attribute("category") ?? string.Empty).Split(',')[0].Split('/')
        .Select(HtmlText.OneLine)
        .Where(name => name.Length > 0)
        .Aggregate((string?)null, FolderPath.Into);

    private static string? Title(FeedNode outline) =>
        HtmlText.OneLine(outline.Attribute("title") ?? string.Empty) is { Length: > 0 } title ? title
        : HtmlText.OneLine(outline.Attribute("text") ?? string.Empty) is { Length: > 0 } text ? text
        : null;

    private static XElement FindFolder(XElement parent, string? folder)
    {
        foreach (string name in FolderPath.Names(folder).Select(written => Clean(written) ?? written))
        {
            XElement? found = parent.Elements()
                .FirstOrDefault(outline => outline.Attribute("text")?.Value == name && outline.Attribute("xmlUrl") is null);
            if (found is null)
            {
                found = new XElement("outline", new XAttribute("text", name));
                parent.Add(found);
            }

            parent = found;
        }

        return parent;
    }

    private static string? Clean(string? text) => text is null ? null : TextRepair.DropIllegal(text);
}
