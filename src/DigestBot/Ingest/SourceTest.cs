using DigestBot.News;

namespace DigestBot.Ingest;

/// <summary>What a source would give, without storing it. Addresses of sources in it may be shown.</summary>
/// <param name="Location">Where it was read.</param>
/// <param name="Title">Its own name, or null.</param>
/// <param name="Kind">What it turned out to be; null when it could not be read.</param>
/// <param name="Articles">What would be stored.</param>
/// <param name="Problems">Sentences for whoever asked.</param>
internal sealed record SourceTest(
    string Location, string? Title, SourceKind? Kind, IReadOnlyList<FoundArticle> Articles, IReadOnlyList<string> Problems)
{
    /// <summary>What was seen of it; null for local files, and where nothing was read.</summary>
    public SourceSight? Sight { get; init; }

    /// <summary>Where each redirect led, as it may be shown.</summary>
    public IReadOnlyList<string> Redirects { get; init; } = [];

    /// <summary>Whether it can answer that nothing has changed: by ETag, by Last-Modified.</summary>
    public (bool ETag, bool LastModified) Validators { get; init; }

    /// <summary>Entries that have nothing to store.</summary>
    public int WithoutText { get; init; }

    public int WithoutDate { get; init; }

    public int WithoutLink { get; init; }

    /// <summary>Whether robots.txt was asked, and so allows it: it is not for a feed.</summary>
    public bool RobotsAsked { get; init; }

    /// <summary>When it would be asked again if it were followed; null where nothing was read.</summary>
    public NextCheck? Next { get; init; }

    /// <summary>Other feeds that the page names, as they may be shown.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    public static SourceTest Failed(string location, string why) => new(FeedAddress.Shown(location), null, null, [], [FeedAddress.In(why)]);
}
