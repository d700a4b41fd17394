namespace DigestBot.Ingest.Fetching;

/// <summary>One address to read.</summary>
/// <param name="Address">Absolute http or https. User-info is sent as basic authentication, to its own origin only.</param>
/// <param name="Kind">What is expected there.</param>
/// <param name="ETag">As it was received, quotes and all; null asks unconditionally.</param>
/// <param name="LastModified">As it was received, never reformatted.</param>
internal sealed record FetchRequest(Uri Address, FetchKind Kind, string? ETag = null, string? LastModified = null)
{
    /// <summary>
    /// Whether a passing failure is tried again within the deadline. For a person who waits for this one answer;
    /// a polled source leaves it off, because its schedule is the retry.
    /// </summary>
    public bool RetryPassingFailures { get; init; }

    // The address may hold credentials, and records print their members.
    public override string ToString() => $"{Kind} of {FetchReasons.Site(Address)}";
}
