namespace DigestBot.Ingest;

/// <summary>What one ingest did. Read = new + updated + duplicates; failures are counted apart.</summary>
/// <param name="Read">Articles that were read.</param>
/// <param name="New">Articles stored for the first time.</param>
/// <param name="Updated">Known articles whose text or title had changed; the earlier version is kept.</param>
/// <param name="Duplicates">Known articles without a change, and those that were forgotten on purpose.</param>
/// <param name="Failed">What could not be read, and why.</param>
public sealed record IngestReport(int Read, int New, int Updated, int Duplicates, IReadOnlyList<IngestFailure> Failed)
{
    /// <summary>Of the duplicates, those that the operator has had forgotten.</summary>
    public int Forgotten { get; init; }

    public static IngestReport Empty { get; } = new(0, 0, 0, 0, []);

    public static IngestReport Failure(string what, string why) => Empty with { Failed = [new(what, why)] };

    public IngestReport Plus(IngestReport other) => new(
        Read + other.Read,
        New + other.New,
        Updated + other.Updated,
        Duplicates + other.Duplicates,
        [.. Failed, .. other.Failed])
    {
        Forgotten = Forgotten + other.Forgotten,
    };
}
