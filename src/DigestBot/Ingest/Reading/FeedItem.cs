namespace DigestBot.Ingest.Reading;

/// <summary>One entry of a feed. Everything may be missing.</summary>
internal sealed record FeedItem
{
    /// <summary>The publisher's own id (guid, atom:id, rdf:about), as written.</summary>
    public string? Id { get; init; }

    /// <summary>One line of plain text.</summary>
    public string? Title { get; init; }

    public Uri? Link { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>Plain text, paragraphs separated by a blank line.</summary>
    public string? Summary { get; init; }

    /// <summary>Plain text of the full article, where the feed carries it.</summary>
    public string? Content { get; init; }

    public string? Author { get; init; }

    public string? Language { get; init; }
}
