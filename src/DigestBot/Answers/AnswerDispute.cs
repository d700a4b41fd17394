using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>Finds the report that counts otherwise than the sentence which answers a question.</summary>
internal static class AnswerDispute
{
    private const int MostArticles = 6;
    private const int MostPairs = 5;

    // The finder takes its sources for reports on one event: those of one story, or, of what is in no stored story, those that are as alike.
    private const double SameEvent = 0.3;

    /// <summary>
    /// The sentence that answers and one with another figure for the same; null where no other publisher's article has that, or no figure is
    /// asked for.
    /// </summary>
    /// <param name="question">As it was asked.</param>
    /// <param name="ranked">Sentences in the order in which they answer, one or more; the other is among them.</param>
    /// <param name="found">The articles that they stand in.</param>
    public static Citation[]? Find(string question, IReadOnlyList<ScoredSentence> ranked, FoundArticles found)
    {
        if (!DisagreementFinder.IsFigureAskedBy(question))
        {
            return null;
        }

        ScoredSentence answer = ranked[0];
        ArticleHead asked = found.Heads[answer.Article.Id];
        var allowance = new QuoteAllowance();
        SourceText[] reports =
        [
            .. ranked.Select(sentence => sentence.Article)
                .DistinctBy(article => article.Id)
                .Select(article => (Article: article, Head: found.Heads[article.Id]))
                .Where(report => report.Head.Id == asked.Id || AreOneEvent(report.Head, asked))
                .Take(MostArticles)
                .Select(report => new Voice(report.Article, report.Head.Publisher, report.Head.Terms).ToSource(allowance)),
        ];
        return reports.Length < 2 ? null : DisagreementFinder.Find(reports, MostPairs)
            .Select(pair => Is(pair.First, answer) ? pair.Second : Is(pair.Second, answer) ? pair.First : null)
            .OfType<FigureQuote>()
            .Select(other => ranked.FirstOrDefault(sentence => Is(other, sentence))?.ToCitation())
            .OfType<Citation>()
            .Select(other => new[] { answer.ToCitation(), other })
            .FirstOrDefault();
    }

    private static bool Is(FigureQuote quote, ScoredSentence sentence) =>
        quote.SourceId == ArticleId.Format(sentence.Article.Id) && quote.Start == sentence.Span.Start && quote.Length == sentence.Span.Length;

    private static bool AreOneEvent(ArticleHead one, ArticleHead other) => one.StoryId is > 0 && other.StoryId is > 0
        ? one.StoryId == other.StoryId
        : one.Terms.Similarity(other.Terms) >= SameEvent;
}
