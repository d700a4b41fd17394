using DigestBot.News;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>An article that speaks for a story.</summary>
internal sealed record Voice(Article Article, TermVector Terms)
{
    /// <summary>Who publishes it: several feeds of one site are one voice.</summary>
    public string Family { get; } = PublisherFamily.Of(Article.Url, Article.Source);

    /// <param name="allowance">What was quoted of it.</param>
    public SourceText ToSource(QuoteAllowance allowance) => SourceOf(Article, Family, allowance);

    public static SourceText SourceOf(Article article, QuoteAllowance allowance) =>
        SourceOf(article, PublisherFamily.Of(article.Url, article.Source), allowance);

    private static SourceText SourceOf(Article article, string family, QuoteAllowance allowance) => new(ArticleId.Format(article.Id), article.Text)
    {
        Title = article.Title,
        Published = article.Effective,
        Language = article.Language,
        Publisher = family,
        MaxWords = allowance.Left(article),
    };
}
