using DigestBot.News;

namespace DigestBot.Ingest;

/// <summary>What a look at a source found: exactly one of the cases below.</summary>
internal abstract record SourceReading
{
    private SourceReading()
    {
    }

    /// <summary>Where a page offers its article in a plainer form; null where it does not, or is not to be kept.</summary>
    public Uri? Plainer { get; init; }

    /// <summary>It was read, perhaps with problems.</summary>
    /// <param name="Kind">Feed, page or sitemap, as it turned out; folder for local files.</param>
    /// <param name="Location">Where it was read in the end.</param>
    /// <param name="Title">Its own name, or null.</param>
    /// <param name="Articles">May be empty.</param>
    /// <param name="Problems">Sentences for whoever added it.</param>
    /// <param name="ETag">Validator to send next time.</param>
    /// <param name="LastModified">Validator to send next time.</param>
    /// <param name="AskedInterval">How long its server asks to be left alone.</param>
    public sealed record Found(
        SourceKind Kind,
        string Location,
        string? Title,
        IReadOnlyList<IncomingArticle> Articles,
        IReadOnlyList<string> Problems,
        string? ETag = null,
        string? LastModified = null,
        TimeSpan? AskedInterval = null) : SourceReading
    {
        /// <summary>When it asks to be asked again, in its own text.</summary>
        public PollHints Hints { get; init; } = PollHints.None;

        /// <summary>The hubs that a feed names; null where it is no feed.</summary>
        public HubOffer? Offer { get; init; }

        /// <summary>Pages of a sitemap or feed that need not be asked for again.</summary>
        public IReadOnlyList<long> PagesTried { get; init; } = [];

        /// <summary>How many entries of a feed were left out, because all of them is stored.</summary>
        public int DoneEntries { get; init; }

        /// <summary>Other feeds that the page names by which this one was found.</summary>
        public IReadOnlyList<string> Others { get; init; } = [];

        /// <summary>Where permanent redirects led; null when there was none, or another among them.</summary>
        public Uri? PermanentTarget { get; init; }

        /// <summary>What was seen of it, where somebody looked at it and did not poll it; null for local files.</summary>
        public SourceSight? Sight { get; init; }

        // Its address may be a secret, and records print their members.
        public override string ToString() => $"{Kind} with {Articles.Count} articles";
    }

    /// <summary>Nothing has changed since last time.</summary>
    public sealed record Unchanged(string? ETag, string? LastModified, TimeSpan? AskedInterval) : SourceReading
    {
        /// <inheritdoc cref="Found.PermanentTarget"/>
        public Uri? PermanentTarget { get; init; }
    }

    /// <summary>It could not be read.</summary>
    /// <param name="Why">One sentence.</param>
    /// <param name="RetryAfter">How long the server asks to be left alone; null when it does not say.</param>
    /// <param name="IsGone">True where the server says that it will never be there again (410).</param>
    public sealed record Failed(string Why, TimeSpan? RetryAfter = null, bool IsGone = false) : SourceReading
    {
        /// <summary>Whether it was not asked, because its host is to be left alone.</summary>
        public bool IsResting { get; init; }
    }
}
