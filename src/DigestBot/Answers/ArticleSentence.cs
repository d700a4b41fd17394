using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>A sentence at its place.</summary>
/// <param name="Article">Where it stands.</param>
/// <param name="Language">Of the whole article.</param>
/// <param name="Span">At which place.</param>
internal sealed record ArticleSentence(Article Article, TextLanguage Language, TextSpan Span)
{
    // Longer ones are lists and debris.
    private const int MaxLength = 1000;

    public string Text { get; } = Article.Text.Substring(Span.Start, Span.Length);

    /// <summary>With the headline, which may have what the sentence lacks: the country, the name.</summary>
    public string WithHeadline => $"{Article.Title}. {Text}";

    /// <summary>The sentences of an article that may be an answer: none that is longer than what may be quoted of it.</summary>
    public static IEnumerable<ArticleSentence> Of(Article article)
    {
        TextLanguage language = ArticleLanguage.Of(article);
        return SentenceSplitter.Split(article.Text)
            .Where(span => span.Length <= MaxLength && QuoteAllowance.MayEver(article, article.Text.AsSpan(span.Start, span.Length)))
            .Select(span => new ArticleSentence(article, language, span));
    }
}
