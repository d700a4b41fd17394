namespace DigestBot.Ingest.Reading;

/// <summary>Finds the one address that an element is about, among RSS's and Atom's several ways to say it.</summary>
internal static class XmlFeedLinks
{
    public static Uri? Find(FeedNode node) =>
        FromOrigin(node) ?? FromText(node) ?? FromAtom(node) ?? FromGuid(node) ?? FromOther(node);

    // Services that count readers put an address of their own into the link, and the article's beside it.
    private static Uri? FromOrigin(FeedNode node) =>
        WebAddress.Resolve(null, node.ChildText("feedburner:origlink", "pheedo:origlink"));

    private static Uri? FromText(FeedNode node) => node.All("link")
        .Concat(node.All("atom:link"))
        .Where(link => !link.HasAttribute("href"))
        .Select(link => WebAddress.Resolve(link.Base, link.Text))
        .FirstOrDefault(address => address is not null);

    // "alternate" is what a link without a "rel" means; of several, the one that is a page.
    private static Uri? FromAtom(FeedNode node)
    {
        var alternates = node.All("atom:link").Concat(node.All("link"))
            .Where(link => link.HasAttribute("href") && Relation(link) == "alternate")
            .ToList();
        return alternates
            .OrderBy(link => link.Attribute("type") is null or "text/html" or "application/xhtml+xml" ? 0 : 1)
            .Select(link => WebAddress.Resolve(link.Base, link.Attribute("href")))
            .FirstOrDefault(address => address is not null);
    }

    private static Uri? FromGuid(FeedNode node) =>
        node.Child("guid") is { } guid && !string.Equals(guid.Attribute("ispermalink"), "false", StringComparison.OrdinalIgnoreCase)
            ? WebAddress.Resolve(null, guid.Text)
            : null;

    private static Uri? FromOther(FeedNode node) =>
        WebAddress.Resolve(node.Base, node.Attribute("rdf:about"))
        ?? WebAddress.Resolve(null, node.ChildText("atom:id", "id"))
        ?? node.All("atom:link").Concat(node.All("link")).Concat(node.All("enclosure"))
            .Where(link => Relation(link) is "related" or "via" or "enclosure" || link.Name == "enclosure")
            .Select(link => WebAddress.Resolve(link.Base, link.Attribute("href") ?? link.Attribute("url")))
            .FirstOrDefault(address => address is not null);

    private static string Relation(FeedNode link)
    {
        string relation = link.Attribute("rel")?.Trim().ToLowerInvariant() ?? string.Empty;
        return relation.Length == 0 ? "alternate" : relation[(relation.LastIndexOf('/') + 1)..];
    }
}
