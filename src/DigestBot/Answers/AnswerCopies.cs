using DigestBot.News;

namespace DigestBot.Answers;

/// <summary>Finds where else what an answer quotes can be read.</summary>
internal static class AnswerCopies
{
    // Of each article; a wire report may be in thirty papers.
    private const int Most = 3;

    /// <param name="quotes">What is quoted.</param>
    /// <param name="articles">Those that were read for the answer, best first.</param>
    public static IReadOnlyList<QuoteCopy> Find(IReadOnlyList<Citation> quotes, IReadOnlyList<Article> articles)
    {
        HashSet<string> quoted = [.. quotes.Select(quote => quote.Article.Id)];
        Article[] others = [.. articles.Where(article => !quoted.Contains(ArticleId.Format(article.Id)))];
        return
        [
            .. quotes.GroupBy(quote => quote.Article.Id, StringComparer.Ordinal).SelectMany(own => others
                .Where(other => own.All(quote => other.Text.Contains(quote.Text, StringComparison.Ordinal)))
                .Take(Most)
                .Select(other => new QuoteCopy(own.Key, other.ToRef()))),
        ];
    }
}
