using DigestBot.Answers;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Evaluation.Refusing;

/// <summary>Articles in memory, found and ranked as the bot does it, but for the bound on candidates.</summary>
internal sealed class OpenCollection
{
    private readonly Dictionary<long, Article> _articles;
    private readonly Dictionary<uint, List<ArticleHead>> _holding = [];

    public OpenCollection(IReadOnlyList<Article> articles)
    {
        _articles = articles.ToDictionary(article => article.Id);
        foreach (Article article in articles)
        {
            var head = new ArticleHead(article.Id, article.SourceId, null, null, ArticleLanguage.Terms(article).ToBytes());
            foreach (uint hash in head.Terms.Hashes)
            {
                if (!_holding.TryGetValue(hash, out List<ArticleHead>? holding))
                {
                    _holding.Add(hash, holding = []);
                }

                holding.Add(head);
            }
        }
    }

    /// <summary>The sentences that come near, the best first.</summary>
    public IReadOnlyList<ScoredSentence> Ask(string question)
    {
        IReadOnlyList<QueryTerm> terms = TextAnalyzer.QueryTerms(question);
        var counts = new TermFrequencies(_articles.Count, terms.ToDictionary(term => term.Stem, term => (long)Holding(term).Count(), StringComparer.Ordinal))
        {
            Present = new Dictionary<string, IReadOnlyList<string>>(),
        };
        ArticleHead[] candidates = [.. terms.SelectMany(Holding).DistinctBy(head => head.Id)];
        Article[] best = [.. ArticleRanking.Rank(candidates, terms, counts)
            .Where(entry => entry.Score > 0)
            .Take(AnswerFinder.MaxRead)
            .Select(entry => _articles[entry.Article.Id])];
        return SentenceRanking.Rank(question, question, new FoundArticles(best, counts));
    }

    private IEnumerable<ArticleHead> Holding(QueryTerm term) =>
        term.Forms.SelectMany(form => _holding.GetValueOrDefault(TermVector.HashOf(form)) ?? []);
}
