using DigestBot.Summaries;

namespace DigestBot.Store;

/// <summary>Which articles are looked through, beside what is looked for.</summary>
internal sealed record ArticleScope
{
    public static ArticleScope Everything { get; } = new();

    /// <summary>An article holds all terms of one of these groups; empty for any article.</summary>
    public IReadOnlyList<IReadOnlyCollection<QueryTerm>> AnyOf { get; init; } = [];

    /// <summary>What it is written in, as in <see cref="LanguageToken"/>; null for anything.</summary>
    public string? Language { get; init; }

    /// <summary>The sources that it may be from; null for any that the space sees.</summary>
    public IReadOnlyCollection<long>? Sources { get; init; }

    /// <summary>True where language or sources are restricted.</summary>
    public bool IsNarrow => Language is not null || Sources is not null;
}
