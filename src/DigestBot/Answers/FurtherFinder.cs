using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;
using Microsoft.Extensions.Options;

namespace DigestBot.Answers;

/// <summary>Goes on with an answer: the next best sentences for the same question, looked for in the same place.</summary>
internal sealed class FurtherFinder(
    TopicBook topics, ArticleFinder finder, ArticleStore articles, ArticleCounter counter, IOptions<AnswerOptions> options, TimeProvider clock)
{
    // As for the answer itself: of the confidence asked for, this suffices in an article that was shown.
    private const double OnSubject = 0.75;
    private const double Alike = 0.6;

    /// <param name="request">The question as it was asked, and where.</param>
    /// <param name="query">What it was looked for as.</param>
    /// <param name="shown">Where the sentences stand that were shown.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where no further sentence answers it.</returns>
    public async Task<Answer?> FindAsync(AskRequest request, string query, IReadOnlyList<QuotedRange> shown, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        NewsWindow window = request.Since is { } since ? NewsWindow.Last(since, now) : NewsWindow.Until(now);
        var place = new SearchPlace(
            await topics.ReadAsync(request.Space, request.Topic, cancellationToken), window, request.Language, request.Outlet?.Ids);
        long[] ids = [.. shown.Select(quote => quote.Article).Distinct()];
        FoundArticles found = await finder.FindAsync(request.Space, query, place, ids, AnswerFinder.MaxRead, cancellationToken);
        IReadOnlyList<Article> told = await articles.ReadAsync(request.Space, ids, cancellationToken);
        Citation[] before = [.. shown.Select(quote => TalkReader.QuoteOf(quote, told.FirstOrDefault(article => article.Id == quote.Article))).OfType<Citation>()];
        IEnumerable<ScoredSentence> likely = SentenceRanking.Rank(request.Question, query, found)
            .Where(sentence => sentence.Confidence >= options.Value.MinConfidence * (query != request.Question && ids.Contains(sentence.Article.Id) ? OnSubject : 1));
        ScoredSentence[] further = [.. Further(likely, before).Take(options.Value.MaxQuotes)];
        return further.Length == 0
            ? null
            : new Answer(
                request.Question, query, true, Math.Round(further[0].Confidence, 3), [.. further.Select(sentence => sentence.ToCitation())], [],
                await counter.CountAsync(request, window, cancellationToken));
    }

    // What says the same as something shown is nothing further.
    private static IEnumerable<ScoredSentence> Further(IEnumerable<ScoredSentence> likely, IReadOnlyList<Citation> before)
    {
        var allowance = new QuoteAllowance();
        allowance.Add(before);
        List<TermVector> told = [.. before.Select(quote => TextAnalyzer.Vector("", quote.Text))];
        foreach (ScoredSentence sentence in likely)
        {
            TermVector terms = TextAnalyzer.Vector("", sentence.Text);
            if (told.TrueForAll(other => other.Similarity(terms) < Alike) && allowance.TryAdd(sentence.Article.MostQuoted, sentence.ToCitation()))
            {
                told.Add(terms);
                yield return sentence;
            }
        }
    }
}
