using System.Text.Json.Nodes;
using DigestBot.Chat;
using DigestBot.Digests;

namespace DigestBot.Adapters.Teams.Cards;

/// <summary>Lays a digest out as pages of cards. Equal arguments give equal pages.</summary>
internal static class CardDigest
{
    private const int MostSilentNamed = 5;
    private const int LongestSilent = 300;
    private const int LongestTopic = 75;
    private const int LongestPublishers = 300;

    /// <param name="digest">What is shown.</param>
    /// <param name="notices">Sentences of the bot's own that come first.</param>
    /// <param name="reader">Who reads it.</param>
    public static IReadOnlyList<CardPage> Pages(Digest digest, IReadOnlyList<string> notices, Reader reader)
    {
        var pages = new CardPages(CardDocument.MostOfLines);
        pages.Lines(Frame(digest, notices, reader));
        CardCorrections.Add(digest, pages, reader);
        var quotes = new CardQuotes(reader, new());
        for (int i = 0; i < digest.Stories.Count; i++)
        {
            DigestStory story = digest.Stories[i];
            pages.Quotes(
                Head(story, i + 1, "", reader), Head(story, i + 1, $" {reader.Phrases.StoryContinued}", reader), story.Quotes, quotes.Of(story));
        }

        return pages.Finish();
    }

    /// <summary>One page as a card.</summary>
    /// <param name="digest">Whose page.</param>
    /// <param name="page">What stands on it.</param>
    /// <param name="number">From 1.</param>
    /// <param name="count">Of so many.</param>
    /// <param name="buttons">Below it.</param>
    /// <param name="reader">Who reads it.</param>
    public static JsonObject Card(Digest digest, CardPage page, int number, int count, IEnumerable<JsonNode> buttons, Reader reader)
    {
        CardLine[] heading = number == 1 ? [] : [Heading(digest, reader)];
        IEnumerable<CardLine> lines = [.. heading, .. page.Lines, .. Foot(digest, number, count, reader.Phrases)];
        return CardDocument.Of(lines.Select(line => line.Element()), buttons, Summary(digest, number, count, reader), reader.Phrases);
    }

    /// <summary>What a notification says in place of the card.</summary>
    public static string Summary(Digest digest, int number, int count, Reader reader)
    {
        string summary = $"{DigestFrame.Heading(Titled(digest), reader)} · {DigestFrame.Coverage(digest, reader)}";
        return count > 1 ? $"{summary} · {reader.Phrases.DigestPart(number, count)}" : summary;
    }

    /// <summary>What stands above a story's quotes.</summary>
    /// <param name="story">Which.</param>
    /// <param name="number">Its place in the digest; null where it stands alone.</param>
    /// <param name="remark">Of the bot's own, after the headline.</param>
    /// <param name="reader">Who reads it.</param>
    public static IReadOnlyList<CardLine> Head(DigestStory story, int? number, string remark, Reader reader)
    {
        string title = reader.Phrases.Insert(story.Title);
        return
        [
            CardLine.Of([new(number is { } place ? $"{place} · {title}{remark}" : $"{title}{remark}", CardStyle.Title)], begins: number is not null),
            CardLine.Of(ShortText.Of(DigestFrame.Publishers(story, reader), LongestPublishers), CardStyle.Muted),
        ];
    }

    private static CardLine[] Frame(Digest digest, IReadOnlyList<string> notices, Reader reader)
    {
        string[] silent = [.. DigestFrame.Silent(digest, reader).Select(sentence => ShortText.Of(sentence, LongestSilent))];
        return
        [
            Heading(digest, reader),
            .. notices.Select(notice => CardLine.Of(notice)),
            CardLine.Of(reader.Window(digest.Window), CardStyle.Muted),
            CardLine.Of(DigestFrame.Coverage(digest, reader), CardStyle.Muted),
            .. silent.Take(MostSilentNamed).Select(sentence => CardLine.Of(sentence, CardStyle.Muted)),
            .. silent.Length > MostSilentNamed
                ? [CardLine.Of(reader.Phrases.StatusMore(silent.Length - MostSilentNamed), CardStyle.Muted)]
                : (CardLine[])[],
        ];
    }

    private static CardLine Heading(Digest digest, Reader reader) =>
        CardLine.Of(DigestFrame.Heading(Titled(digest), reader), CardStyle.Heading);

    private static IEnumerable<CardLine> Foot(Digest digest, int number, int count, Phrases phrases)
    {
        string[] pieces =
        [
            .. digest.Id.Length > 0 ? [phrases.DigestFooter(digest.Id)] : (string[])[],
            .. count > 1 ? [phrases.DigestPart(number, count)] : (string[])[],
        ];
        return pieces.Length == 0 ? [] : [CardLine.Of([new(string.Join(" · ", pieces), CardStyle.Muted)], begins: true)];
    }

    private static Digest Titled(Digest digest) =>
        digest with { Topic = digest.Topic is { } topic ? ShortText.Of(topic, LongestTopic) : null };
}
