using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>Holds every quote of a stored digest against the stored articles.</summary>
internal sealed class DigestVerifier(DigestArchive archive, ArticleStore articles)
{
    /// <summary>
    /// One check per quote, in the digest's order, then those that stand in place of earlier ones and those that were forgotten; null
    /// when the space has no such digest.
    /// </summary>
    public async Task<IReadOnlyList<QuoteCheck>?> VerifyAsync(Space space, string digestId, CancellationToken cancellationToken) =>
        await archive.FindAsync(space, digestId, cancellationToken) is { } digest
            ?
            [
                .. await CheckAsync(space, [.. ToldQuote.Of(digest).Select(told => told.Quote)], cancellationToken),
                .. digest.Forgotten?.Select(quote => new QuoteCheck(quote, QuoteState.Gone)) ?? [],
            ]
            : null;

    /// <summary>Those of a digest's quotes whose articles were edited since, by quote.</summary>
    public async Task<IReadOnlyDictionary<Citation, QuoteCheck>> EditedAsync(Space space, Digest digest, CancellationToken cancellationToken) =>
        (await CheckAsync(space, [.. digest.Stories.SelectMany(story => story.Quotes).Distinct()], cancellationToken))
        .Where(check => check.State == QuoteState.Edited).ToDictionary(check => check.Quote);

    /// <summary>One check per quote, in their order.</summary>
    public async Task<IReadOnlyList<QuoteCheck>> CheckAsync(
        Space space, IReadOnlyList<Citation> quotes, CancellationToken cancellationToken)
    {
        long[] ids = [.. quotes.Select(CorrectionFinder.IdOf).Distinct()];
        Dictionary<long, Article> current = (await articles.ReadAsync(space, ids, cancellationToken)).ToDictionary(article => article.Id);
        ILookup<long, string> earlier = await articles.EarlierTextsAsync(space, ids, cancellationToken);
        return [.. quotes.Select(quote => Check(quote, current.GetValueOrDefault(CorrectionFinder.IdOf(quote)), earlier[CorrectionFinder.IdOf(quote)]))];
    }

    private static QuoteCheck Check(Citation quote, Article? article, IEnumerable<string> earlier)
    {
        if (article is null || CorrectionFinder.IsIn(article.Text, quote))
        {
            return new QuoteCheck(quote, article is null ? QuoteState.Gone : QuoteState.Unchanged);
        }

        if (earlier.LastOrDefault(text => CorrectionFinder.IsIn(text, quote)) is not { } before)
        {
            return new QuoteCheck(quote, QuoteState.Gone);
        }

        var later = new LaterVersion(article.Text);
        TextSpan? same = later.Find(quote.Text);
        return new QuoteCheck(quote, QuoteState.Edited)
        {
            Now = (same ?? later.Nearest(quote.Text, new LaterVersion(before))) is { } sentence ? CorrectionFinder.Cite(article, sentence) : null,
            Stands = same is not null,
        };
    }
}
