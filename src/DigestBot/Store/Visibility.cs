namespace DigestBot.Store;

/// <summary>The one rule of tenancy: a space sees shared sources that it has not switched off and those it follows, and no other.</summary>
/// <remarks>Invariant: every read on a user's path carries <see cref="Of"/>; scope tokens in the index only bound the scan.</remarks>
internal static class Visibility
{
    /// <summary>A condition on a joined source, with <c>@space</c> bound to the space's id.</summary>
    /// <remarks>Whether the space has switched off anything is found out once for a query, so that a row costs what it did for those that have not.</remarks>
    public static string Of(string source) => $"""
        (({source}.shared = 1 AND (
          NOT EXISTS (SELECT 1 FROM space_hidden anything WHERE anything.space_id = @space)
          OR NOT EXISTS (SELECT 1 FROM space_hidden hidden WHERE hidden.space_id = @space AND hidden.source_id = {source}.id)))
        OR {Follows(source)})
        """;

    /// <summary>Same, and what it has switched off: for lists in which it can be switched on again.</summary>
    public static string Listed(string source) => $"({source}.shared = 1 OR {Follows(source)})";

    private static string Follows(string source) => $"""
        EXISTS (SELECT 1 FROM space_source follows WHERE follows.space_id = @space AND follows.source_id = {source}.id)
        """;
}
