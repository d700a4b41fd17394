using DigestBot.News;

namespace DigestBot.Cli;

/// <summary>An article as JSON cites it.</summary>
internal sealed record ArticleView(string Id, string Title, string Url, string Source, DateTimeOffset Published)
{
    public static ArticleView From(ArticleRef article) =>
        new(article.Id, article.Title, article.Url, article.Source, article.Published);
}
