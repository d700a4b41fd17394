namespace DigestBot.Ingest.Reading;

/// <summary>The hubs of a feed and its own address, as they stand in a document or in the headers that came with it.</summary>
internal sealed record FeedHubs(IReadOnlyList<Uri> Hubs, Uri? Self)
{
    /// <summary>Nobody needs more.</summary>
    private const int MostHubs = 4;

    private static readonly FeedHubs Nothing = new([], null);

    /// <summary>Of a feed in XML: links of Atom, which RSS borrows.</summary>
    public static FeedHubs Read(FeedNode root, FeedNode channel)
    {
        List<Uri>? hubs = null;
        Uri? self = null;
        foreach (FeedNode link in Links(channel).Concat(ReferenceEquals(root, channel) ? [] : Links(root)))
        {
            string relations = link.Attribute("rel") ?? "";
            if (Names(relations, "hub") && WebAddress.Resolve(link.Base, link.Attribute("href")) is { } hub)
            {
                (hubs ??= []).Add(hub);
            }

            if (self is null && Names(relations, "self"))
            {
                self = WebAddress.Resolve(link.Base, link.Attribute("href"));
            }
        }

        return hubs is null && self is null ? Nothing : Of(hubs ?? [], self);
    }

    /// <summary>Of the Link headers of an answer, which count before what stands in the document.</summary>
    public static FeedHubs Read(string? header, Uri address)
    {
        if (header is null)
        {
            return Nothing;
        }

        (Uri? Target, string Relations)[] links = [.. LinkHeader.Read(header).Select(link => (WebAddress.Resolve(address, link.Target), link.Relations))];
        return Of(
            links.Where(link => Names(link.Relations, "hub")).Select(link => link.Target).OfType<Uri>(),
            Array.Find(links, link => link.Target is not null && Names(link.Relations, "self")).Target);
    }

    public static FeedHubs Of(IEnumerable<Uri> hubs, Uri? self) => new([.. hubs.Distinct().Take(MostHubs)], self);

    private static IEnumerable<FeedNode> Links(FeedNode node) => node.All("atom:link").Concat(node.All("link")).Where(link => link.HasAttribute("href"));

    private static bool Names(string relations, string relation)
    {
        foreach (Range word in relations.AsSpan().Split(' '))
        {
            if (relations.AsSpan(word).Trim().Equals(relation, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
