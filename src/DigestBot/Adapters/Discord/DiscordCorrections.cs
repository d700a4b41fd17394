using DigestBot.Chat;
using DigestBot.Digests;

namespace DigestBot.Adapters.Discord;

/// <summary>Lays out what earlier digests quoted and no longer stands.</summary>
internal static class DiscordCorrections
{
    /// <remarks>These quotes are not counted among the digest's own: buttons count those.</remarks>
    public static void Add(Digest digest, DiscordPages pages, Reader reader)
    {
        if (digest.Corrections is not { Count: > 0 } corrections)
        {
            return;
        }

        var lines = new DiscordLines(reader.Phrases);
        for (int i = 0; i < corrections.Count; i++)
        {
            string[] heading = i == 0 ? [lines.Bold(reader.Phrases.Corrections)] : [];
            pages.Gap();
            pages.Lines([.. heading, .. Lay(corrections[i], lines, reader)]);
        }

        pages.Lines([.. CorrectionFrame.More(digest, reader).Select(lines.Muted)]);
    }

    private static IEnumerable<string> Lay(Correction correction, DiscordLines lines, Reader reader) =>
    [
        lines.Muted(CorrectionFrame.Quoted(correction, reader)),
        lines.Quote(correction.Quote.Text),
        lines.Muted(CorrectionFrame.Since(correction, reader)),
        .. correction.Now is { } now ? [lines.Quote(now.Text)] : (string[])[],
        lines.Bold(reader.Phrases.Insert(correction.Quote.Article.Title)),
        lines.Markdown("-# ", DiscordArticle.Source(correction.Quote.Article, reader.Phrases)),
    ];
}
