using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Adapters.Teams.Cards;

/// <summary>Lays out quotes, and below them the articles that they stand in.</summary>
/// <param name="reader">Who reads it.</param>
/// <param name="numbers">One for each article, counted through all pages.</param>
internal sealed class CardQuotes(Reader reader, CitationNumbers numbers)
{
    private Citation? _firstDiffering;

    /// <summary>The same, for a story in which the figures of this quote and the next differ.</summary>
    public CardQuotes Of(DigestStory story)
    {
        _firstDiffering = story.FirstDiffering;
        return this;
    }

    public IReadOnlyList<CardLine> Lay(IReadOnlyList<Citation> quotes) =>
        [.. quotes.SelectMany(Quote), Sources(quotes, withLinks: true)];

    /// <summary>One quote in no more than <paramref name="room"/> bytes: without its link if need be, but never cut.</summary>
    /// <remarks>A sentence that no message could hold is named with its source; it can be read there.</remarks>
    public IReadOnlyList<CardLine> Lay(Citation quote, int room)
    {
        IReadOnlyList<CardLine> bare = [.. Quote(quote), Sources([quote], withLinks: false)];
        return CardPages.Size(bare) <= room
            ? bare
            : [CardLine.Of(reader.Phrases.QuoteTooLong(quote.Length)), Sources([quote], withLinks: true)];
    }

    private IEnumerable<CardLine> Quote(Citation quote) =>
    [
        .. quote == _firstDiffering ? [CardLine.Of(reader.Phrases.ReportsDiffer)] : (CardLine[])[],
        CardLine.Of([new(reader.Phrases.Quote(quote.Text)), new($" [{numbers.Of(quote.Article)}]", CardStyle.Muted)]),
    ];

    private CardLine Sources(IReadOnlyList<Citation> quotes, bool withLinks) => CardLine.Of(
    [
        .. numbers.ArticlesOf(quotes).SelectMany((cited, i) => (CardRun[])
        [
            new($"{(i > 0 ? " · " : "")}[{cited.Number}] ", CardStyle.Muted),
            .. CardArticle.Source(cited.Article, withLinks, reader),
        ]),
    ]);
}
