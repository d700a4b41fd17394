using DigestBot.Ingest;

namespace DigestBot.Cli;

/// <summary>What an address would give, in JSON.</summary>
internal sealed record SourceTestView(
    string Location,
    string? Kind,
    string? Title,
    IReadOnlyList<FoundArticleView> Articles,
    IReadOnlyList<string> Problems)
{
    public static SourceTestView From(SourceTest test) => new(
        test.Location,
        test.Kind is { } kind ? SourceView.KindName(kind) : null,
        test.Title,
        [.. test.Articles.Select(article => new FoundArticleView(article.Title, article.Url, article.Published))],
        test.Problems);
}

/// <summary>An article that was found and not stored, in JSON.</summary>
internal sealed record FoundArticleView(string? Title, string? Url, DateTimeOffset? Published);
