using System.Text.Json.Serialization;
using DigestBot.News;

namespace DigestBot.Cli;

/// <summary>An article as JSON cites it.</summary>
/// <param name="Id">Of the article.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Published">When.</param>
/// <param name="Paywall">True where its publisher says that not everybody may read all of it; else left out.</param>
internal sealed record ArticleView(
    string Id,
    string Title,
    string Url,
    string Source,
    DateTimeOffset Published,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Paywall)
{
    public static ArticleView From(ArticleRef article) =>
        new(article.Id, article.Title, article.Url, article.Source, article.Published, article.IsPaywalled ? true : null);
}
