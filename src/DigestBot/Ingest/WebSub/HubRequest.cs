namespace DigestBot.Ingest.WebSub;

/// <summary>What a hub says when it asks whether we meant it; everything may be missing.</summary>
internal sealed record HubRequest(string? Mode, string? Topic, string? Challenge, string? LeaseSeconds, string? Reason)
{
    public override string ToString() => Mode ?? "";
}
