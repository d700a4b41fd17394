namespace DigestBot.Ingest;

/// <summary>An article as a reader found it, before it is normalized and given an identity.</summary>
internal sealed record IncomingArticle
{
    /// <summary>The feed's own id for the item (guid, atom:id), or null.</summary>
    public string? Guid { get; init; }

    /// <summary>Absolute http, https or file address, or null if the item has none.</summary>
    public string? Url { get; init; }

    public string? Title { get; init; }

    /// <summary>Plain text; paragraphs separated by a blank line.</summary>
    public required string Text { get; init; }

    /// <summary>When it says it was published; null when it does not say, or not in a form that can be read.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last changed, as it says; null when it does not, or not after it was published.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Its lead image, an http or https address that nobody has looked at.</summary>
    public Uri? Image { get; init; }

    /// <summary>Whether its publisher says that not everybody may read all of it.</summary>
    public bool IsPaywalled { get; init; }

    /// <summary>Whether its text is that of the page to which its feed leads.</summary>
    public bool IsOfLinkedPage { get; init; }

    /// <summary>The publisher's name where the article names it itself; otherwise its source's name is used.</summary>
    public string? Source { get; init; }

    /// <summary>Declared language, BCP 47, or null.</summary>
    public string? Language { get; init; }

    public string? Byline { get; init; }
}
