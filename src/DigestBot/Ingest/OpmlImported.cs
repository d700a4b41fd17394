namespace DigestBot.Ingest;

/// <summary>What an OPML import did.</summary>
/// <param name="Added">Feeds that are followed now.</param>
/// <param name="Known">Feeds that were followed already.</param>
/// <param name="Failed">What could not be read.</param>
internal sealed record OpmlImported(int Added, int Known, IReadOnlyList<IngestFailure> Failed)
{
    /// <summary>How many sources of its own the space may have, where that kept feeds out.</summary>
    public int? Limit { get; init; }
}
