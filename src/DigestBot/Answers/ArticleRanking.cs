using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>BM25 over the term vectors of some candidates (Robertson and Zaragoza, 2009), title words counted more.</summary>
internal static class ArticleRanking
{
    private const double K1 = 1.2;
    private const double B = 0.75;
    private const int TitleCount = 2;

    /// <summary>The candidates with their scores, best first; newer first among equals.</summary>
    public static IReadOnlyList<(ArticleHead Article, double Score)> Rank(
        IReadOnlyList<ArticleHead> candidates, IReadOnlyCollection<QueryTerm> terms, TermFrequencies frequencies)
    {
        (QueryTerm Term, double Idf)[] query = [.. terms.Select(term => (term, frequencies.Idf(term.Stem)))];
        double average = Math.Max(1, candidates.Select(article => (double)article.Terms.Length).DefaultIfEmpty(1).Average());
        return [.. candidates
            .Select(article => (Article: article, Score: Score(article.Terms, query, average)))
            .OrderByDescending(candidate => candidate.Score)
            .ThenByDescending(candidate => candidate.Article.Id)];
    }

    private static double Score(TermVector vector, (QueryTerm Term, double Idf)[] query, double average)
    {
        double norm = K1 * (1 - B + (B * vector.Length / average));
        double score = 0;
        foreach ((QueryTerm term, double idf) in query)
        {
            double count = term.CountIn(vector) + (term.IsInTitleOf(vector) ? TitleCount : 0);
            score += idf * count * (K1 + 1) / (count + norm);
        }

        return score;
    }
}
