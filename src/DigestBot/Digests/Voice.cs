using DigestBot.News;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>An article that speaks for a story.</summary>
internal sealed record Voice(Article Article, TermVector Terms)
{
    /// <summary>Who publishes it: several feeds of one site are one voice.</summary>
    public string Family { get; } = PublisherFamily.Of(Article.Url, Article.Source);

    public SourceText ToSource() => new(ArticleId.Format(Article.Id), Article.Text)
    {
        Title = Article.Title,
        Published = Article.Effective,
        Language = Article.Language,
        Publisher = Family,
    };
}
