using System.Globalization;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Adapters.Teams.Cards;

/// <summary>Lays out where each quote stands: article, address and place in the stored text, so that anybody can check it.</summary>
internal static class CardSources
{
    /// <param name="digest">As it is kept.</param>
    /// <param name="part">The quotes of one part; null for all.</param>
    /// <param name="edited">Quotes whose articles were edited since.</param>
    /// <param name="reader">Who reads it.</param>
    public static IReadOnlyList<CardPage> Pages(
        Digest digest, PartMark? part, IReadOnlyDictionary<Citation, QuoteCheck> edited, Reader reader)
    {
        Citation[] all = [.. digest.Stories.SelectMany(story => story.Quotes)];
        IEnumerable<Citation> shown = part is null ? all : all.Skip(part.First).Take(part.Count);

        // Numbered through the whole digest, as its parts are.
        var numbers = new CitationNumbers();
        numbers.ArticlesOf(all);

        var pages = new CardPages(CardDocument.MostOfLines);
        pages.Lines(CardLine.Of(reader.Phrases.SourcesOfDigest(digest.Id), CardStyle.Heading));
        foreach (Citation quote in shown)
        {
            pages.Lines(Entry(quote, numbers.Of(quote.Article), reader));
            if (edited.TryGetValue(quote, out QuoteCheck? check))
            {
                pages.Lines(
                [
                    CardLine.Of(CorrectionFrame.Since(check, reader.Phrases)),
                    .. check is { Now: { } now, Stands: false } ? [CardCorrections.Quote(now, reader)] : (CardLine[])[],
                ]);
            }
        }

        pages.Lines(CardLine.Of([new(reader.Phrases.VerifyHint(digest.Id), CardStyle.Muted)], begins: true));
        return pages.Finish();
    }

    private static CardLine[] Entry(Citation quote, int number, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        string place = string.Create(CultureInfo.InvariantCulture, $"{quote.Start}+{quote.Length}");
        return
        [
            CardLine.Of([new($"[{number}] {phrases.Insert(quote.Article.Title)}", CardStyle.Title)], begins: true),
            CardCorrections.Quote(quote, reader),
            CardLine.Of(
            [
                .. CardArticle.Source(quote.Article, withLink: true, reader),
                new($" · {phrases.QuotePlace(place)}", CardStyle.Muted),
            ]),
        ];
    }
}
