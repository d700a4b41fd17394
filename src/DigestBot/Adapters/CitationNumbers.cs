using DigestBot.Answers;
using DigestBot.News;

namespace DigestBot.Adapters;

/// <summary>The [n] of quotes: one number for each article, in the order in which a reader meets them.</summary>
/// <param name="copies">Articles that share the number of the one that is quoted.</param>
internal sealed class CitationNumbers(IReadOnlyList<QuoteCopy> copies)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public CitationNumbers()
        : this([])
    {
    }

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

    /// <summary>Where these quotes can be read: each of their articles, and behind it those that have the same sentences.</summary>
    public IReadOnlyList<(int Number, ArticleRef Article)> PlacesOf(IReadOnlyList<Citation> quotes) =>
    [
        .. ArticlesOf(quotes).SelectMany(cited => copies
            .Where(copy => copy.Of == cited.Article.Id)
            .Select(copy => (cited.Number, copy.Article))
            .Prepend(cited)),
    ];
}
