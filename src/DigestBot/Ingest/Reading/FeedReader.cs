namespace DigestBot.Ingest.Reading;

/// <summary>
/// Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0 and JSON Feed, as broken as the web serves them. Never throws on bad
/// input: what could be read comes back, with sentences about what could not.
/// </summary>
internal static class FeedReader
{
    /// <param name="bytes">The document, already decompressed; the caller limits its size.</param>
    /// <param name="contentType">The Content-Type header it came with, or null.</param>
    /// <param name="address">Where it came from, or null; relative links are resolved against it.</param>
    public static Feed Read(ReadOnlySpan<byte> bytes, string? contentType, Uri? address) =>
        Read(Encodings.Decode(bytes, contentType).Text, address);

    /// <summary>The same for text that is decoded already.</summary>
    public static Feed Read(string text, Uri? address)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        if (start.IsEmpty)
        {
            return Feed.NotAFeed("The document is empty; check the address of the feed.");
        }

        if (start[0] == '{')
        {
            return JsonFeedReader.Read(text, address);
        }

        var problems = new List<string>();
        FeedNode document = FeedTree.Build(text, address, problems);
        return FindFeed(document) is { } feed ? XmlFeedReader.Read(feed, document, problems)
            : FeedDiscovery.IsWebPage(text) ? FeedDiscovery.ReadWebPage(text, address)
            : Feed.NotAFeed("This is neither RSS, Atom nor JSON Feed; check the address of the feed.");
    }

    // A feed's root may have strayed into other elements, but never deep.
    private static FeedNode? FindFeed(FeedNode document)
    {
        IEnumerable<FeedNode> near = document.Children
            .Concat(document.Children.SelectMany(child => child.Children))
            .Concat(document.Children.SelectMany(child => child.Children).SelectMany(child => child.Children));
        return near.FirstOrDefault(node => node.Name is "rss" or "rdf:rdf" or "rdf" or "atom:feed" or "feed" or "channel")
            ?? document.Child("atom:entry", "entry", "item");
    }
}
