using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;
using Microsoft.Extensions.Options;

namespace DigestBot.Answers;

/// <summary>Goes on with an answer: the next best sentences for the same question, looked for in the same place.</summary>
internal sealed class FurtherFinder(
    TopicBook topics, EventFinder events, ArticleFinder finder, ArticleStore articles, ArticleCounter counter, IOptions<AnswerOptions> options, TimeProvider clock)
{
    /// <param name="request">The question as it was asked, and where.</param>
    /// <param name="query">What it was looked for as.</param>
    /// <param name="shown">Where the sentences stand that were shown.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where no further sentence answers it.</returns>
    public async Task<Answer?> FindAsync(AskRequest request, string query, IReadOnlyList<QuotedRange> shown, CancellationToken cancellationToken)
    {
        OpenQuestion? open = OpenQuestion.Read(request.Question);
        request = request with { Since = request.Since ?? open?.Since };
        DateTimeOffset now = clock.GetUtcNow();
        NewsWindow window = request.Since is { } since ? NewsWindow.Last(since, now) : NewsWindow.Until(now);
        long[] ids = [.. shown.Select(quote => quote.Article).Distinct()];
        IReadOnlyList<Article> told = await articles.ReadAsync(request.Space, ids, cancellationToken);
        Citation[] before = [.. shown.Select(quote => TalkReader.QuoteOf(quote, told.FirstOrDefault(article => article.Id == quote.Article))).OfType<Citation>()];
        IEnumerable<(Citation, int?)> likely = open is null
            ? await SearchAsync(request, query, window, ids, cancellationToken)
            : await TellAsync(request, open, window, shown.Count, cancellationToken);
        Citation[] further = [.. Further(likely, before).Take(options.Value.MaxQuotes)];
        return further.Length == 0
            ? null
            : new Answer(request.Question, query, true, 1, further, [], await counter.CountAsync(request, window, cancellationToken));
    }

    private async Task<IEnumerable<(Citation Quote, int? MostQuoted)>> SearchAsync(
        AskRequest request, string query, NewsWindow window, long[] shown, CancellationToken cancellationToken)
    {
        var place = new SearchPlace(
            await topics.ReadAsync(request.Space, request.Topic, cancellationToken), window, request.Language, request.Outlet?.Ids);
        FoundArticles found = await finder.FindAsync(request.Space, query, place, shown, AnswerFinder.MaxRead, cancellationToken);
        return SentenceRanking.Rank(request.Question, query, found)
            .Where(sentence => sentence.Confidence >= options.Value.MinConfidence * (query != request.Question && shown.Contains(sentence.Article.Id) ? AnswerFinder.OnSubject : 1))
            .Select(sentence => (sentence.ToCitation(), sentence.Article.MostQuoted));
    }

    // Whatever happened is told by stories: further ones, or more of the same.
    private async Task<IEnumerable<(Citation Quote, int? MostQuoted)>> TellAsync(
        AskRequest request, OpenQuestion open, NewsWindow window, int shown, CancellationToken cancellationToken)
    {
        (Citation[] quotes, double confidence) = await events.FindAsync(
            request.Space, open.Subject, request.Outlet?.ToSources(), window, shown + options.Value.MaxQuotes, cancellationToken);
        if (confidence < options.Value.MinConfidence)
        {
            return [];
        }

        long[] ids = [.. quotes.Select(quote => QuotedRange.Of(quote).Article).Distinct()];
        Dictionary<long, int?> most = (await articles.ReadAsync(request.Space, ids, cancellationToken)).ToDictionary(article => article.Id, article => article.MostQuoted);
        return quotes.Select(quote => (quote, most.GetValueOrDefault(QuotedRange.Of(quote).Article)));
    }

    // What says the same as something shown is nothing further.
    private static IEnumerable<Citation> Further(IEnumerable<(Citation Quote, int? MostQuoted)> likely, IReadOnlyList<Citation> before)
    {
        var allowance = new QuoteAllowance();
        allowance.Add(before);
        List<TermVector> told = [.. before.Select(quote => TextAnalyzer.Vector("", quote.Text))];
        foreach ((Citation quote, int? mostQuoted) in likely)
        {
            TermVector terms = TextAnalyzer.Vector("", quote.Text);
            if (told.TrueForAll(other => other.Similarity(terms) < AnswerFinder.Alike) && allowance.TryAdd(mostQuoted, quote))
            {
                told.Add(terms);
                yield return quote;
            }
        }
    }
}
