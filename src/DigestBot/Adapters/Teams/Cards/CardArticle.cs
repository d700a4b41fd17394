using DigestBot.Chat;
using DigestBot.News;

namespace DigestBot.Adapters.Teams.Cards;

/// <summary>Lays out articles: headline, perhaps a sentence, and where to read it.</summary>
internal static class CardArticle
{
    private const int LongestName = 80;
    private const int LongestAddress = 100;

    /// <param name="article">It.</param>
    /// <param name="sentence">Of it; null for none.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="changed">When it was last changed; null where that is not told.</param>
    public static IReadOnlyList<CardLine> Lines(ArticleRef article, string? sentence, Reader reader, DateTimeOffset? changed = null) =>
    [
        CardLine.Of([new(reader.Phrases.Insert(article.Title), CardStyle.Title)], begins: true),
        .. sentence is null ? (CardLine[])[] : [CardLine.Of(reader.Phrases.Quote(sentence))],
        CardLine.Of(
        [
            .. Source(article, withLink: true, reader),
            .. changed is { } date ? [new($" · {reader.Phrases.SourceTestModified(reader.Date(date))}", CardStyle.Muted)] : (CardRun[])[],
        ]),
    ];

    /// <summary>The publisher's name, linked to the article where that is safe, whether that asks for payment, and when it was published.</summary>
    public static IReadOnlyList<CardRun> Source(ArticleRef article, bool withLink, Reader reader)
    {
        string name = reader.Phrases.Insert(ShortText.Of(VisibleText.Of(article.Source), LongestName));
        (string? host, string? address) = ArticleLink.To(article);
        string published = $"{PaywallMark.Of(article, reader.Phrases)} {reader.Date(article.Published)}";
        if (withLink && address is { Length: <= ArticleLink.Longest })
        {
            return [new(name, CardStyle.Muted, address), new(published, CardStyle.Muted)];
        }

        // Where it cannot be a link, people still see where it would lead.
        string where = reader.Phrases.Insert(ShortText.Of(VisibleText.Of(host ?? article.Url), LongestAddress));
        return [new($"{name} ({where}){published}", CardStyle.Muted)];
    }
}
