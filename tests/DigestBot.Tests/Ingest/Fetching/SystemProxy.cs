namespace DigestBot.Tests.Ingest.Fetching;

/// <summary>Tests that set the proxy of this whole process: while they run, no other test may open a connection.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class SystemProxy
{
    public const string Name = "System proxy";
}
