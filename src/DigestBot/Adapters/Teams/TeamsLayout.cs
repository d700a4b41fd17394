using System.Text.Json.Nodes;
using DigestBot.Adapters.Teams.Cards;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams;

/// <summary>Lays out what the bot says as messages for Teams, each within its limits.</summary>
internal static class TeamsLayout
{
    private const int MostMessages = 5;

    /// <summary>A digest that a schedule posts: one message for each part. Equal for equal arguments.</summary>
    public static IReadOnlyList<Activity> Lay(DigestPost post, Reader reader)
    {
        Digest digest = post.Digest;
        string[] notices = [.. DigestNotice.For(post, reader), .. digest.Stories.Count > 0 ? Notices(digest, reader) : []];
        IReadOnlyList<CardPage> pages = CardDigest.Pages(digest, notices, reader);
        return
        [
            .. pages.Select((page, i) => Message(
                CardDigest.Card(digest, page, i + 1, pages.Count, CardButtons.Posted(digest, page, i + 1, reader.Phrases), reader),
                CardDigest.Summary(digest, i + 1, pages.Count, reader))),
        ];
    }

    /// <summary>One page of a digest that somebody asked for, from 1; a number beyond the ends means the nearest page.</summary>
    public static JsonObject Page(Digest digest, int number, Reader reader) => Page(digest, (_, count) => Math.Clamp(number, 1, count), reader);

    /// <summary>The page on which that quote stands, counted from 0.</summary>
    public static JsonObject PageOfQuote(Digest digest, int quote, Reader reader) => Page(
        digest,
        (pages, count) => Math.Clamp(1 + pages.TakeWhile(page => page.First + page.Count <= quote).Count(), 1, count),
        reader);

    /// <summary>What a command answers: one message, or a few in order.</summary>
    public static IReadOnlyList<Activity> Lay(Reply reply, Reader reader) => reply switch
    {
        Reply.OfDigest { Digest: var digest } => [Message(Page(digest, 1, reader), CardDigest.Summary(digest, 1, 1, reader))],
        Reply.OfAnswer { Answer: var answer } => TeamsAnswer.Lay(answer, reader),
        Reply.Plain { Sentence: var sentence } => [Lay(sentence, reader)],
        Reply.Refusal { Sentence: var sentence } => [Lay(sentence, reader)],
        _ => [.. Cards(reply, CardButtons.Below(reply, reader.Phrases), reader).Select(card => Message(card.Card, card.Summary))],
    };

    /// <summary>The cards of a list, the last one with buttons below it.</summary>
    public static IReadOnlyList<(JsonObject Card, string Summary)> Cards(Reply reply, IReadOnlyList<JsonNode> buttons, Reader reader)
    {
        IReadOnlyList<CardPage> pages = CardReplies.Pages(reply, reader);
        string summary = TextLayout.Lay(reply, reader) is [var first, ..] ? first.ToString() : "";
        int shown = Math.Min(pages.Count, MostMessages);
        CardLine[] cut = pages.Count > MostMessages ? [CardLine.Of(reader.Phrases.ListCut, CardStyle.Muted)] : [];
        return
        [
            .. pages.Take(shown).Select((page, i) => (
                CardDocument.Of(
                    [.. page.Lines.Concat(i == shown - 1 ? cut : []).Select(line => line.Element())],
                    i == shown - 1 ? buttons : [],
                    summary,
                    reader.Phrases),
                summary)),
        ];
    }

    /// <summary>A sentence of the bot's own.</summary>
    public static Activity Lay(string sentence, Reader reader)
    {
        string text = TeamsText.EscapeLine(sentence);
        return MessageFactory.Text(reader.Phrases.RightToLeft ? $"{Bidi.RightToLeftMark}{text}" : text) with { TextFormat = "markdown" };
    }

    /// <summary>A page of the list of where quotes stand and what became of them: those of a part, or of the whole digest.</summary>
    public static JsonObject Sources(
        Digest digest, PartMark? part, int number, IReadOnlyDictionary<Citation, QuoteCheck> edited, Reader reader)
    {
        IReadOnlyList<CardPage> pages = CardSources.Pages(digest, part, edited, reader);
        int shown = Math.Clamp(number, 1, pages.Count);
        return CardDocument.Of(
            pages[shown - 1].Lines.Select(line => line.Element()),
            CardButtons.Listed(digest.Id, part, shown, pages.Count, reader.Phrases),
            reader.Phrases.SourcesOfDigest(digest.Id),
            reader.Phrases);
    }

    /// <summary>A card as a message; notifications show the summary.</summary>
    public static Activity Message(JsonObject card, string summary) =>
        MessageFactory.Attachment(CardFactory.AdaptiveCard(card)) with { Summary = ShortText.Of(VisibleText.Of(summary), 300) };

    private static JsonObject Page(Digest digest, Func<IReadOnlyList<CardPage>, int, int> choose, Reader reader)
    {
        IReadOnlyList<CardPage> pages = CardDigest.Pages(digest, Notices(digest, reader), reader);
        int shown = choose(pages, pages.Count);
        CardPage page = pages[shown - 1];
        return CardDigest.Card(
            digest, page, shown, pages.Count, CardButtons.Paged(digest, page, shown, pages.Count, reader.Phrases), reader);
    }

    private static string[] Notices(Digest digest, Reader reader) => DigestNotice.For(digest, reader) is { } notice ? [notice] : [];
}
