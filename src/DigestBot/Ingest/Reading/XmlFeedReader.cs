namespace DigestBot.Ingest.Reading;

/// <summary>Reads what a feed in XML says of itself, and finds its entries.</summary>
internal static class XmlFeedReader
{
    private const int LongestVersion = 5;

    public static Feed Read(FeedNode root, FeedNode document, List<string> problems)
    {
        FeedNode channel = root.Child("channel", "atom:channel") ?? root;
        Uri? link = XmlFeedLinks.Find(channel);
        FeedItem[] items = [.. Entries(root, channel, document).Select(entry => XmlItemReader.Read(entry, link))];
        if (items.Length == 0)
        {
            problems.Add("The feed has no entries.");
        }

        return new Feed
        {
            IsFeed = true,
            Format = Format(root),
            Title = FeedText.Headline(channel.Child("atom:title", "title", "dc:title")),
            Link = link,
            Language = Language(channel, root),
            Items = items,
            Problems = problems,
            Hints = XmlFeedHints.Read(channel),
            Hubs = FeedHubs.Read(root, channel),
        };
    }

    // RSS 2.0 keeps its items in the channel, RSS 1.0 beside it; some feeds do both, or neither.
    private static List<FeedNode> Entries(FeedNode root, FeedNode channel, FeedNode document)
    {
        var entries = new List<FeedNode>();
        if (IsEntry(root))
        {
            entries.Add(root);
            return entries;
        }

        foreach (FeedNode parent in new[] { channel, root, document }.Distinct())
        {
            entries.AddRange(parent.Children.Where(IsEntry));
            entries.AddRange(parent.Children.Where(child => child.Name == "items").SelectMany(items => items.Children).Where(IsEntry));
        }

        if (entries.Count == 0)
        {
            entries.AddRange(root.All("channel").SelectMany(other => other.Children).Where(IsEntry));
        }

        return entries;
    }

    private static string Format(FeedNode root) => root.Name switch
    {
        "rss" => root.Attribute("version") is { Length: > 0 and <= LongestVersion } version && version.All(c => char.IsAsciiDigit(c) || c == '.')
            ? $"RSS {version}"
            : "RSS",
        "rdf:rdf" or "rdf" => "RSS 1.0",
        "atom:feed" or "atom:entry" => "Atom",
        "feed" or "entry" => "Atom, without its namespace",
        _ => "RSS",
    };

    private static bool IsEntry(FeedNode node) => node.Name is "item" or "atom:entry" or "entry" or "atom:item" or "rdf:item";

    private static string? Language(FeedNode channel, FeedNode root)
    {
        string? language = channel.ChildText("language", "dc:language") ?? channel.Language ?? root.Language;
        return string.IsNullOrWhiteSpace(language) ? null : language.Trim();
    }
}
