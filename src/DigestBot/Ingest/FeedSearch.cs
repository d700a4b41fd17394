using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.Reading;

namespace DigestBot.Ingest;

/// <summary>What came of looking for a page's feed at an address.</summary>
/// <param name="Address">Where it was looked for.</param>
/// <param name="Outcome">How the download ended.</param>
/// <param name="Feed">What it is; null where nothing came.</param>
internal sealed record FeedSearch(Uri Address, FetchOutcome Outcome, Feed? Feed)
{
    /// <summary>Whether the site is not to be asked any more for now.</summary>
    public bool IsOver { get; init; }

    /// <summary>How it was found.</summary>
    public FoundBy By { get; init; } = FoundBy.UsualPath;

    /// <summary>Other feeds that the page names, not read.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}
