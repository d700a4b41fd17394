namespace DigestBot.Ingest.Fetching;

/// <summary>How one download ended: exactly one of the four cases below.</summary>
/// <remarks>Invariant: no reason holds more of an address than its host, so none can leak credentials or tokens.</remarks>
internal abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    /// <summary>The whole body was read.</summary>
    /// <param name="Address">Where it came from in the end.</param>
    /// <param name="MovedPermanently">True when there were redirects and all were permanent (301, 308).</param>
    /// <param name="Body">Decompressed.</param>
    /// <param name="ContentType">The header as sent.</param>
    /// <param name="ETag">Opaque; to be echoed unchanged.</param>
    /// <param name="LastModified">Opaque; to be echoed unchanged.</param>
    /// <param name="MaxAge">For how long the server asks not to be asked again.</param>
    public sealed record Fetched(
        Uri Address,
        bool MovedPermanently,
        byte[] Body,
        string? ContentType,
        string? ETag,
        string? LastModified,
        TimeSpan? MaxAge) : FetchOutcome
    {
        /// <summary>What X-Robots-Tag asks for; null when it is not sent.</summary>
        public string? RobotsTag { get; init; }

        /// <summary>The Link headers as sent; null when there are none.</summary>
        public string? Links { get; init; }

        /// <summary>200, or 203 where a proxy has changed the answer.</summary>
        public required int Status { get; init; }

        /// <summary>The redirects that led there, in order.</summary>
        public IReadOnlyList<Hop> Redirects { get; init; } = [];

        /// <summary>Where permanent redirects led, and only such; null when there was none, or another among them.</summary>
        public Uri? PermanentTarget => MovedPermanently ? Address : null;

        public override string ToString() => $"{Body.Length} bytes from {FetchReasons.Site(Address)}";
    }

    /// <summary>Nothing changed. The validators are the ones to keep: those of this answer, else those that were sent.</summary>
    public sealed record NotModified(string? ETag, string? LastModified, TimeSpan? MaxAge) : FetchOutcome
    {
        /// <inheritdoc cref="Fetched.PermanentTarget"/>
        public Uri? PermanentTarget { get; init; }
    }

    /// <summary>Against the rules of this bot, so it will not be tried as it is.</summary>
    public sealed record Refused(string Reason) : FetchOutcome;

    /// <summary>The server or the way to it failed.</summary>
    /// <param name="Reason">One sentence.</param>
    /// <param name="RetryAfter">How long the server asks to be left alone; null when it does not say.</param>
    /// <param name="Status">The status that was answered; null when there was no answer.</param>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter = null, int? Status = null) : FetchOutcome
    {
        /// <summary>Whether it was not asked, because its host is to be left alone.</summary>
        public bool IsResting { get; init; }
    }
}
