using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Adapters;

/// <summary>Lays out what earlier digests quoted and no longer stands, as plain lines.</summary>
internal static class CorrectionLines
{
    private const int Indent = 2;

    /// <returns>None where there is nothing to tell; else an empty line comes last.</returns>
    public static IEnumerable<TextLine> Lay(Digest digest, Reader reader) => digest.Corrections is not { Count: > 0 } corrections
        ? []
        :
        [
            TextLine.Of(reader.Phrases.Corrections, TextRole.Title),
            .. corrections.SelectMany(correction => Lay(correction, reader)),
            .. CorrectionFrame.More(digest, reader).Select(more => TextLine.Of(more, TextRole.Muted, Indent, Indent)),
            TextLine.Empty,
        ];

    private static IEnumerable<TextLine> Lay(Correction correction, Reader reader)
    {
        ArticleRef article = correction.Quote.Article;
        return
        [
            TextLine.Of(reader.Phrases.Insert(article.Title), TextRole.Title, Indent, Indent),
            TextLine.Of(CorrectionFrame.Quoted(correction, reader), TextRole.Muted, Indent, Indent),
            Quote(correction.Quote, reader),
            TextLine.Of(CorrectionFrame.Since(correction, reader), TextRole.Muted, Indent, Indent),
            .. correction.Now is { } now ? [Quote(now, reader)] : (TextLine[])[],
            TextLine.Of($"{PaywallMark.Line(article, reader)}: {reader.Phrases.Insert(article.Url)}", TextRole.Muted, Indent, hang: 4),
        ];
    }

    private static TextLine Quote(Citation quote, Reader reader) =>
        TextLine.Of(reader.Phrases.Quote(quote.Text), TextRole.Quote, Indent, hang: 1);
}
