using DigestBot.News;
using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>By which rules an article is read: those that it was indexed by.</summary>
internal static class ArticleLanguage
{
    public static TextLanguage Of(Article article) => LanguageFinder.Of(article.Title, article.Text, article.Language);

    public static TermVector Terms(Article article) => TextAnalyzer.Analyze(article.Title, article.Text, Of(article)).Vector;
}
