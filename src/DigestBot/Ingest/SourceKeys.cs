using DigestBot.Store;

namespace DigestBot.Ingest;

/// <summary>Keys of sources: one feed is one source for all, but what a space imports under a name stays its own.</summary>
internal static class SourceKeys
{
    public static string Location(string location) => $"at:{location}";

    /// <remarks>The space is part of it: two spaces may both import what they call Reuters.</remarks>
    public static string Import(Space space, string name) => $"import:{space.Key}:{name}";
}
