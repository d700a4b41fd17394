namespace DigestBot.Ingest.Fetching;

/// <summary>One redirect that was followed.</summary>
/// <param name="Status">Such as 301.</param>
/// <param name="Target">Where it led.</param>
internal sealed record Hop(int Status, Uri Target)
{
    // The address may hold credentials, and records print their members.
    public override string ToString() => $"{Status} to {FetchReasons.Site(Target)}";
}
