using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.Reading;

namespace DigestBot.Ingest;

/// <summary>What was seen of a source where somebody looked at it, beside what it says.</summary>
/// <param name="By">How it was found.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Redirects">In the order in which they were followed.</param>
/// <param name="Format">Such as <c>RSS 2.0</c>.</param>
/// <param name="Encoding">The one in which it was read, in lower case.</param>
/// <param name="Bytes">After decompression.</param>
/// <param name="Entries">How many it lists.</param>
internal sealed record SourceSight(
    FoundBy By, int Status, IReadOnlyList<Hop> Redirects, string Format, string Encoding, int Bytes, int Entries)
{
    public static SourceSight Of(FetchOutcome.Fetched fetched, string format, int entries, FoundBy by) => new(
        by,
        fetched.Status,
        fetched.Redirects,
        format,
        Encodings.Decode(fetched.Body, fetched.ContentType).Encoding,
        fetched.Body.Length,
        entries);
}
