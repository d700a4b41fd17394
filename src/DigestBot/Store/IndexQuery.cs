namespace DigestBot.Store;

/// <summary>Which articles to take from the index: those that hold all terms of one of the groups, and may be seen.</summary>
/// <param name="Own">Scope tokens of the sources that are not shared and that the space follows.</param>
/// <param name="AnyOf">Groups of at least one term, each with at least one form, of which any will do; with none of them, <paramref name="Language"/> is given.</param>
/// <param name="Language">Code of what they are written in; null for anything.</param>
internal sealed record IndexQuery(
    IReadOnlyList<string> Own, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> AnyOf, string? Language = null);
