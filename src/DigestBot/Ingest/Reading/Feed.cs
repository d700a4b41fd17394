using DigestBot.News;

namespace DigestBot.Ingest.Reading;

/// <summary>What a feed says, as plain text and absolute http or https addresses, with what was wrong with it.</summary>
internal sealed record Feed
{
    /// <summary>False if the bytes were something else; then <see cref="Problems"/> says what.</summary>
    public required bool IsFeed { get; init; }

    /// <summary>What it is written in, such as <c>RSS 2.0</c>; empty for what is no feed.</summary>
    public string Format { get; init; } = "";

    public string? Title { get; init; }

    /// <summary>The site that the feed belongs to.</summary>
    public Uri? Link { get; init; }

    /// <summary>Declared language, BCP 47, or null.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<FeedItem> Items { get; init; } = [];

    /// <summary>Sentences for the person who added the feed.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Feeds that a web page advertises, where a web page came instead of a feed.</summary>
    public IReadOnlyList<Uri> Alternates { get; init; } = [];

    /// <summary>When the publisher asks to be asked again.</summary>
    public PollHints Hints { get; init; } = PollHints.None;

    /// <summary>Who tells when there is news, and what the feed is called there.</summary>
    public FeedHubs Hubs { get; init; } = FeedHubs.Of([], null);

    public static Feed NotAFeed(string problem) => new() { IsFeed = false, Problems = [problem] };
}
