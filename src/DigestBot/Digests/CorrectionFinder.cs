using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>Finds quotes that no longer stand in their articles, as a space may see these now.</summary>
internal sealed class CorrectionFinder(ArticleStore articles)
{
    /// <summary>
    /// By quote: without those that still stand, wherever in the article, and those of which that cannot be told: the article is gone or
    /// hidden from the space, the version that was quoted is not kept, what is stored now is another rendering of the article, or
    /// the space quotes less of it than that takes.
    /// </summary>
    public async Task<IReadOnlyDictionary<ToldQuote, Correction>> FindAsync(
        Space space, IReadOnlyCollection<ToldQuote> quotes, CancellationToken cancellationToken)
    {
        if (quotes.Count == 0)
        {
            return new Dictionary<ToldQuote, Correction>();
        }

        long[] ids = [.. quotes.Select(quote => IdOf(quote.Quote)).Distinct()];
        Dictionary<long, Article> current = (await articles.ReadAsync(space, ids, cancellationToken)).ToDictionary(article => article.Id);
        ToldQuote[] moved =
        [
            .. quotes.Where(quote => current.TryGetValue(IdOf(quote.Quote), out Article? article) && !Stands(article.Text, quote.Quote)).Distinct(),
        ];
        Dictionary<long, LaterVersion> later = moved.Select(quote => IdOf(quote.Quote)).Distinct()
            .ToDictionary(id => id, id => new LaterVersion(current[id].Text));
        ToldQuote[] changed = [.. moved.Where(quote => later[IdOf(quote.Quote)].Find(quote.Quote.Text) is null)];
        ILookup<long, string> earlier = await articles.EarlierTextsAsync(
            space, [.. changed.Select(quote => IdOf(quote.Quote)).Distinct()], cancellationToken);
        var found = new Dictionary<ToldQuote, Correction>();
        foreach (ToldQuote quote in changed)
        {
            long id = IdOf(quote.Quote);
            if (earlier[id].LastOrDefault(text => IsIn(text, quote.Quote)) is { } before
                && !IsCompleted(before, current[id].Text)
                && Correct(quote, current[id], later[id], before) is { } correction
                && new QuoteAllowance().TryAdd(current[id].MostQuoted, correction.Quotes))
            {
                found.Add(quote, correction with { MostQuoted = current[id].MostQuoted });
            }
        }

        return found;
    }

    // Few sentences of a feed that are now the text of the page were no mistake.
    private static bool IsCompleted(string before, string now) => FoundArticle.IsThin(before) && !FoundArticle.IsThin(now);

    public static bool IsIn(string text, Citation quote) =>
        quote.Start >= 0
        && quote.Start + quote.Length <= text.Length
        && text.AsSpan(quote.Start, quote.Length).SequenceEqual(quote.Text);

    public static long IdOf(Citation quote) => ArticleId.TryParse(quote.Article.Id, out long id) ? id : -1;

    public static Citation Cite(Article article, TextSpan sentence) =>
        new(sentence.Of(article.Text), article.ToRef(), sentence.Start, sentence.Length);

    // Most edits leave the beginning of an article as it was: these are known without reading it sentence by sentence.
    private static bool Stands(string text, Citation quote) =>
        IsIn(text, quote) && (quote.Start + quote.Length == text.Length || char.IsWhiteSpace(text[quote.Start + quote.Length]));

    private static Correction? Correct(ToldQuote quote, Article article, LaterVersion later, string before)
    {
        Citation was = quote.Quote with { Article = article.ToRef() };
        return later.Nearest(quote.Quote.Text, new LaterVersion(before)) is { } nearest
            ? new Correction(quote.DigestId, quote.Told, was, Cite(article, nearest))
            : later.IsEditOf(before, new TextSpan(quote.Quote.Start, quote.Quote.Length))
                ? new Correction(quote.DigestId, quote.Told, was, Now: null)
                : null;
    }
}
