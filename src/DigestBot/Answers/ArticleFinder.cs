using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>The articles that fit a query best, and how common its terms are.</summary>
/// <param name="Articles">Best first, with texts.</param>
/// <param name="Frequencies">As the asking space may see them.</param>
internal sealed record FoundArticles(IReadOnlyList<Article> Articles, TermFrequencies Frequencies)
{
    /// <summary>What is known of them without their texts, by id; empty where they were not looked for.</summary>
    public IReadOnlyDictionary<long, ArticleHead> Heads { get; init; } = new Dictionary<long, ArticleHead>();
}

/// <summary>Finds the articles worth reading for a query, at a cost that does not grow with the store.</summary>
internal sealed class ArticleFinder(
    CandidateFinder finder, ArticleStore articles, TermFrequencyStore frequencies, TopicFilter filter)
{
    private const int MaxCandidates = 300;

    // Articles of the digest on screen are what the question is most likely about.
    private const double ContextFactor = 1.5;

    /// <summary>The <paramref name="max"/> best articles; those in <paramref name="context"/> are preferred.</summary>
    public async Task<FoundArticles> FindAsync(
        Space space,
        string query,
        SearchPlace place,
        IReadOnlyCollection<long> context,
        int max,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<QueryTerm> terms = TextAnalyzer.QueryTerms(query);
        ArticleScope scope = place.Scope;
        TermFrequencies counts = await frequencies.ReadAsync(space, [.. terms, .. scope.AnyOf.SelectMany(group => group)], cancellationToken);
        if (place.Topic.IsNothing)
        {
            return new FoundArticles([], counts);
        }

        IReadOnlyList<long> ids = terms.Count == 0
            ? []
            : await finder.WithSomeAsync(space, counts, [.. terms.Select(term => term.Stem)], scope, place.Window, MaxCandidates, cancellationToken);

        // What the index has said of language and sources is not known of an article that is merely on screen.
        IEnumerable<long> wanted = scope.IsNarrow ? ids : ids.Union(context);
        IReadOnlyList<ArticleHead> heads = await articles.HeadsAsync(space, [.. wanted], place.Window, cancellationToken);
        IReadOnlyList<ArticleHead> about = await filter.AboutAsync(space, heads, place.Topic, cancellationToken);

        HashSet<long> preferred = [.. context];
        long[] best = [.. ArticleRanking.Rank(about, terms, counts)
            .Select(entry => (entry.Article.Id, Score: entry.Score * (preferred.Contains(entry.Article.Id) ? ContextFactor : 1)))
            .Where(entry => entry.Score > 0)
            .OrderByDescending(entry => entry.Score)
            .Take(max)
            .Select(entry => entry.Id)];
        IReadOnlyList<Article> read = await articles.ReadAsync(space, best, cancellationToken);
        Dictionary<long, Article> byId = read.ToDictionary(article => article.Id);
        return new FoundArticles([.. best.Where(byId.ContainsKey).Select(id => byId[id])], counts)
        {
            Heads = about.ToDictionary(head => head.Id),
        };
    }
}
