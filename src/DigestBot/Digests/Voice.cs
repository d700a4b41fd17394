using System.Globalization;
using DigestBot.News;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>An article that speaks for a story.</summary>
/// <param name="Article">With its text.</param>
/// <param name="Publisher">As its <see cref="Store.ArticleHead"/> says: reports of one publisher are not held against each other.</param>
/// <param name="Terms">What it is about.</param>
internal sealed record Voice(Article Article, long Publisher, TermVector Terms)
{
    /// <param name="allowance">What was quoted of it.</param>
    public SourceText ToSource(QuoteAllowance allowance) =>
        SourceOf(Article, allowance) with { Publisher = Publisher.ToString(CultureInfo.InvariantCulture) };

    public static SourceText SourceOf(Article article, QuoteAllowance allowance) => new(ArticleId.Format(article.Id), article.Text)
    {
        Title = article.Title,
        Published = article.Effective,
        Language = article.Language,
        MaxWords = allowance.Left(article),
    };
}
