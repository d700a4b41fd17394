using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Adapters.Teams.Cards;

/// <summary>Lays out what earlier digests quoted and no longer stands.</summary>
internal static class CardCorrections
{
    /// <remarks>These quotes are not counted among the digest's own: buttons count those.</remarks>
    public static void Add(Digest digest, CardPages pages, Reader reader)
    {
        if (digest.Corrections is not { Count: > 0 } corrections)
        {
            return;
        }

        CardLine[] heading = [CardLine.Of([new(reader.Phrases.Corrections, CardStyle.Title)], begins: true)];
        foreach (Correction correction in corrections)
        {
            pages.Lines([.. heading, .. Lay(correction, reader)]);
            heading = [];
        }

        pages.Lines([.. CorrectionFrame.More(digest, reader).Select(more => CardLine.Of(more, CardStyle.Muted))]);
    }

    private static IEnumerable<CardLine> Lay(Correction correction, Reader reader) =>
    [
        CardLine.Of(CorrectionFrame.Quoted(correction, reader), CardStyle.Muted),
        Quote(correction.Quote, reader),
        CardLine.Of(CorrectionFrame.Since(correction, reader), CardStyle.Muted),
        .. correction.Now is { } now ? [Quote(now, reader)] : (CardLine[])[],
        CardLine.Of(reader.Phrases.Insert(correction.Quote.Article.Title), CardStyle.Title),
        CardLine.Of(CardArticle.Source(correction.Quote.Article, withLink: true, reader)),
    ];

    /// <summary>A sentence of news, never cut: one that no message could hold is named instead.</summary>
    public static CardLine Quote(Citation quote, Reader reader)
    {
        CardLine sentence = CardLine.Of(reader.Phrases.Quote(quote.Text));
        return sentence.Bytes <= CardDocument.MostOfLines ? sentence : CardLine.Of(reader.Phrases.QuoteTooLong(quote.Length));
    }
}
