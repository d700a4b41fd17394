using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Digests;

/// <summary>Holds every quote of a stored digest against the stored articles.</summary>
internal sealed class DigestVerifier(DigestArchive archive, ArticleStore articles)
{
    /// <summary>One check per quote, in the digest's order, then those that were forgotten; null when the space has no such digest.</summary>
    public async Task<IReadOnlyList<QuoteCheck>?> VerifyAsync(Space space, string digestId, CancellationToken cancellationToken) =>
        await archive.FindAsync(space, digestId, cancellationToken) is { } digest
            ?
            [
                .. await CheckAsync(space, [.. digest.Stories.SelectMany(story => story.Quotes)], cancellationToken),
                .. digest.Forgotten?.Select(quote => new QuoteCheck(quote, QuoteState.Gone)) ?? [],
            ]
            : null;

    /// <summary>One check per quote, in their order.</summary>
    public async Task<IReadOnlyList<QuoteCheck>> CheckAsync(
        Space space, IReadOnlyList<Citation> quotes, CancellationToken cancellationToken)
    {
        long[] ids = [.. quotes.Select(Id).Distinct()];
        Dictionary<long, Article> current = (await articles.ReadAsync(space, ids, cancellationToken)).ToDictionary(article => article.Id);
        ILookup<long, string> earlier = await articles.EarlierTextsAsync(space, ids, cancellationToken);
        return [.. quotes.Select(quote => new QuoteCheck(quote, Check(quote, current, earlier)))];
    }

    private static QuoteState Check(Citation quote, Dictionary<long, Article> current, ILookup<long, string> earlier)
    {
        if (current.TryGetValue(Id(quote), out Article? article) && Holds(article.Text, quote))
        {
            return QuoteState.Unchanged;
        }

        return earlier[Id(quote)].Any(text => Holds(text, quote)) ? QuoteState.Edited : QuoteState.Gone;
    }

    private static bool Holds(string text, Citation quote) =>
        quote.Start >= 0
        && quote.Start + quote.Length <= text.Length
        && text.AsSpan(quote.Start, quote.Length).SequenceEqual(quote.Text);

    private static long Id(Citation quote) => ArticleId.TryParse(quote.Article.Id, out long id) ? id : -1;
}
