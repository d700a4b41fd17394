using System.Globalization;

namespace DigestBot.Ingest.Reading;

/// <summary>Reads what a feed in XML says of itself, and finds its entries.</summary>
internal static class XmlFeedReader
{
    private static readonly TimeSpan LongestTimeToLive = TimeSpan.FromDays(7);

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
            Title = FeedText.Headline(channel.Child("atom:title", "title", "dc:title")),
            Link = link,
            Language = Language(channel, root),
            Items = items,
            Problems = problems,
            TimeToLive = TimeToLive(channel),
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

    private static bool IsEntry(FeedNode node) => node.Name is "item" or "atom:entry" or "entry" or "atom:item" or "rdf:item";

    private static string? Language(FeedNode channel, FeedNode root)
    {
        string? language = channel.ChildText("language", "dc:language") ?? channel.Language ?? root.Language;
        return string.IsNullOrWhiteSpace(language) ? null : language.Trim();
    }

    private static TimeSpan? TimeToLive(FeedNode channel)
    {
        TimeSpan wait = TimeSpan.Zero;
        if (TryNumber(channel.ChildText("ttl"), out int minutes))
        {
            wait = TimeSpan.FromMinutes(minutes);
        }

        if (channel.ChildText("sy:updateperiod") is { } period)
        {
            TimeSpan unit = period.ToLowerInvariant() switch
            {
                "hourly" => TimeSpan.FromHours(1),
                "daily" => TimeSpan.FromDays(1),
                "weekly" or "monthly" or "yearly" => LongestTimeToLive,
                _ => TimeSpan.Zero,
            };
            int times = TryNumber(channel.ChildText("sy:updatefrequency"), out int frequency) ? frequency : 1;
            wait = TimeSpan.FromTicks(Math.Max(wait.Ticks, unit.Ticks / times));
        }

        return wait <= TimeSpan.Zero ? null : wait > LongestTimeToLive ? LongestTimeToLive : wait;
    }

    private static bool TryNumber(string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
