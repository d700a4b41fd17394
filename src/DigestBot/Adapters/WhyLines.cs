using DigestBot.Chat;
using DigestBot.Digests;

namespace DigestBot.Adapters;

/// <summary>Lays explanations out as plain lines.</summary>
internal static class WhyLines
{
    private const int Indent = 2;

    public static IReadOnlyList<TextLine> Lay(StoryExplanation explained, Reader reader)
    {
        var numbers = new CitationNumbers();
        TextLine[] title = explained.IsThere ? [TextLine.Of(reader.Phrases.Insert(explained.Story.Title), TextRole.Title, Indent, Indent)] : [];
        return
        [
            TextLine.Of(WhyFrame.Heading(explained, reader), TextRole.Heading),
            .. title,
            .. WhyFrame.Standing(explained, reader).Select(sentence => TextLine.Of(sentence, indent: Indent, hang: Indent)),
            .. explained.Quotes.SelectMany(quote => Quote(quote, explained, numbers, reader)),
        ];
    }

    private static IEnumerable<TextLine> Quote(
        QuoteExplanation quote, StoryExplanation explained, CitationNumbers numbers, Reader reader) =>
    [
        TextLine.Empty,
        .. quote.State == QuoteState.Gone ? [] : TextLayout.Quotes([quote.Quote], Indent, numbers, reader),
        .. WhyFrame.Reasons(quote, explained, reader.Phrases).Select(sentence => TextLine.Of(sentence, indent: Indent, hang: Indent)),
        .. WhyFrame.Since(quote, reader.Phrases) is { } since ? [TextLine.Of(since, indent: Indent, hang: Indent)] : (TextLine[])[],
        .. quote is { Now: { } now, Stands: false } ? TextLayout.Quotes([now], Indent, numbers, reader) : [],
    ];
}
