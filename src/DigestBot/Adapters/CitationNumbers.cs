using DigestBot.News;

namespace DigestBot.Adapters;

/// <summary>The [n] of quotes: one number for each article, in the order in which a reader meets them.</summary>
internal sealed class CitationNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public int Of(ArticleRef article)
    {
        if (!_numbers.TryGetValue(article.Id, out int number))
        {
            _numbers.Add(article.Id, number = _numbers.Count + 1);
        }

        return number;
    }

    /// <summary>Each article that these quotes stand in, once, with its number.</summary>
    public IReadOnlyList<(int Number, ArticleRef Article)> ArticlesOf(IReadOnlyList<Citation> quotes) =>
    [
        .. quotes.Select(quote => quote.Article)
            .DistinctBy(article => article.Id)
            .Select(article => (Of(article), article)),
    ];
}
