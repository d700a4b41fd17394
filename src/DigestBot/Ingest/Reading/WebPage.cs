namespace DigestBot.Ingest.Reading;

/// <summary>The article in a web page, as plain text, with what the page says about it.</summary>
internal sealed record WebPage
{
    public string? Title { get; init; }

    public string? Byline { get; init; }

    public string? SiteName { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>Declared language, BCP 47, or null.</summary>
    public string? Language { get; init; }

    /// <summary>The address that the page calls its own, or null.</summary>
    public Uri? CanonicalUrl { get; init; }

    /// <summary>What the page asks of robots, as in its mark-up; null when it does not say.</summary>
    public string? RobotsTag { get; init; }

    /// <summary>Paragraphs separated by a blank line; empty if there is no article.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Sentences for the person who asked for the page.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
