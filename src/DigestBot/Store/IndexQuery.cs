namespace DigestBot.Store;

/// <summary>Which articles to take from the index: those of one of the scopes, and of one of the groups of terms.</summary>
/// <param name="Scopes">Scope tokens of the sources that may be seen.</param>
/// <param name="AnyOf">An article matches if it holds all terms of one group; no groups match everything.</param>
internal sealed record IndexQuery(IReadOnlyList<string> Scopes, IReadOnlyList<IReadOnlyList<string>> AnyOf);
