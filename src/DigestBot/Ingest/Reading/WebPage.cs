namespace DigestBot.Ingest.Reading;

/// <summary>The article in a web page, as plain text, with what the page says about it.</summary>
internal sealed record WebPage
{
    public string? Title { get; init; }

    public string? Byline { get; init; }

    public string? SiteName { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last changed, as it says; null when it does not, or not after it was published.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Its lead image, an http or https address that nobody has looked at.</summary>
    public Uri? Image { get; init; }

    /// <summary>Whether its publisher says that not everybody may read all of it.</summary>
    public bool IsPaywalled { get; init; }

    /// <summary>Declared language, BCP 47, or null.</summary>
    public string? Language { get; init; }

    /// <summary>The address that the page calls its own, or null.</summary>
    public Uri? CanonicalUrl { get; init; }

    /// <summary>Where it says that the same article stands in a plainer form (AMP, print), or null.</summary>
    public Uri? Plainer { get; init; }

    /// <summary>What the page asks of robots, as in its mark-up; null when it does not say.</summary>
    public string? RobotsTag { get; init; }

    /// <summary>Paragraphs separated by a blank line; empty if there is no article.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Sentences for the person who asked for the page.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
