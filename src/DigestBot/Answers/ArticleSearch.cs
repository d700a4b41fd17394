using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>How found articles are ordered.</summary>
internal enum SearchOrder
{
    Newest,
    Best,
}

/// <summary>What to look for.</summary>
/// <param name="Space">Who asks, and so what may be seen.</param>
/// <param name="Query">Words.</param>
/// <param name="Since">How far back; null for everything.</param>
/// <param name="Order">Newest or best first.</param>
/// <param name="Max">At most so many.</param>
internal sealed record SearchRequest(Space Space, string Query, TimeSpan? Since, SearchOrder Order, int Max);

/// <summary>One found article and its most fitting sentence, if any.</summary>
internal sealed record SearchHit(ArticleRef Article, Citation? Sentence);

/// <summary>Finds articles by their words.</summary>
internal sealed class ArticleSearch(
    CandidateFinder candidates, ArticleFinder finder, ArticleStore articles, TermFrequencyStore frequencies, TimeProvider clock)
{
    /// <summary>Articles that hold all the words; if there are none and the best are asked for, those that hold most of them.</summary>
    public async Task<IReadOnlyList<SearchHit>> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        NewsWindow window = request.Since is { } since ? NewsWindow.Last(since, now) : NewsWindow.Until(now);
        IReadOnlyList<QueryTerm> terms = TextAnalyzer.QueryTerms(request.Query);
        if (terms.Count == 0)
        {
            return [];
        }

        FoundArticles found = request.Order == SearchOrder.Newest
            ? await NewestAsync(request, terms, window, cancellationToken)
            : await finder.FindAsync(request.Space, request.Query, new(TopicPattern.Everything, window), [], request.Max, cancellationToken);
        return [.. found.Articles.Select(article => ToHit(article, request.Query, found.Frequencies))];
    }

    private async Task<FoundArticles> NewestAsync(
        SearchRequest request, IReadOnlyList<QueryTerm> terms, NewsWindow window, CancellationToken cancellationToken)
    {
        IReadOnlyList<long> ids = await candidates.WithAllAsync(request.Space, terms, window, request.Max, cancellationToken);
        IReadOnlyList<Article> read = await articles.ReadAsync(request.Space, ids, cancellationToken);
        return new FoundArticles(
            [.. read.OrderByDescending(article => article.Id)], await frequencies.ReadAsync(request.Space, terms, cancellationToken));
    }

    private static SearchHit ToHit(Article article, string query, TermFrequencies frequencies)
    {
        IReadOnlyList<ScoredSentence> ranked = SentenceRanking.Rank(query, query, new FoundArticles([article], frequencies));
        return new SearchHit(article.ToRef(), ranked.Count > 0 ? ranked[0].ToCitation() : null);
    }
}
