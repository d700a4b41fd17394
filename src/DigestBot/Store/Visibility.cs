namespace DigestBot.Store;

/// <summary>The one rule of tenancy: a space sees shared sources and those it follows, and no other.</summary>
/// <remarks>Invariant: every read on a user's path carries <see cref="Of"/>; scope tokens in the index only bound the scan.</remarks>
internal static class Visibility
{
    /// <summary>A condition on a joined source, with <c>@space</c> bound to the space's id.</summary>
    public static string Of(string source) => $"""
        ({source}.shared = 1 OR EXISTS (
          SELECT 1 FROM space_source follows WHERE follows.space_id = @space AND follows.source_id = {source}.id))
        """;
}
