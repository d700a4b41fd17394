namespace DigestBot.Ingest;

/// <summary>How far an import is.</summary>
/// <param name="What">What is being read.</param>
/// <param name="Done">Bytes of files read, or addresses where there are no files.</param>
/// <param name="Total">Of the same; null while unknown.</param>
/// <param name="SoFar">What is stored already, whatever happens next.</param>
internal sealed record ImportProgress(string What, long Done, long? Total, IngestReport SoFar);
