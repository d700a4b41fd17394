namespace DigestBot.Ingest;

/// <summary>One thing that could not be read.</summary>
/// <param name="What">The file, address or item.</param>
/// <param name="Why">One sentence for the person who asked.</param>
public sealed record IngestFailure(string What, string Why);
