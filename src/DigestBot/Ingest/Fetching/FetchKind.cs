namespace DigestBot.Ingest.Fetching;

/// <summary>What is expected at an address; decides the size limit and what is asked for.</summary>
internal enum FetchKind
{
    Feed,
    Page,
    Robots,
}
