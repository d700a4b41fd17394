using System.Globalization;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Adapters.Discord;

/// <summary>Lays out where each quote stands: article, address and place in the stored text, so that anybody can check it.</summary>
internal static class DiscordSources
{
    /// <param name="digest">As it is kept.</param>
    /// <param name="mark">The quotes of one part; null for all.</param>
    /// <param name="longest">Characters on a page.</param>
    /// <param name="edited">Quotes whose articles were edited since.</param>
    /// <param name="reader">Who reads it.</param>
    public static IReadOnlyList<DiscordPage> Pages(
        Digest digest, PartMark? mark, int longest, IReadOnlyDictionary<Citation, QuoteCheck> edited, Reader reader)
    {
        Citation[] all = [.. digest.Stories.SelectMany(story => story.Quotes)];
        IEnumerable<Citation> shown = mark is null ? all : all.Skip(mark.First).Take(mark.Count);

        // Numbered through the whole digest, as its parts are.
        var numbers = new CitationNumbers();
        numbers.ArticlesOf(all);

        var lines = new DiscordLines(reader.Phrases);
        var pages = new DiscordPages(longest);
        pages.Lines(lines.Bold(reader.Phrases.SourcesOfDigest(digest.Id)));
        foreach (Citation quote in shown)
        {
            pages.Gap();
            pages.Lines(Entry(quote, numbers.Of(quote.Article), lines, reader.Phrases));
            if (edited.TryGetValue(quote, out QuoteCheck? check))
            {
                pages.Lines([lines.Body(CorrectionFrame.Since(check, reader.Phrases)), .. check is { Now: { } now, Stands: false } ? [lines.Quote(now.Text)] : (string[])[]]);
            }
        }

        pages.Gap();
        pages.Lines(lines.Muted(reader.Phrases.VerifyHint(digest.Id)));
        return pages.Finish();
    }

    private static IReadOnlyList<string> Entry(Citation quote, int number, DiscordLines lines, Phrases phrases)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"{quote.Start}+{quote.Length}");
        return
        [
            lines.Bold($"[{number}] {phrases.Insert(quote.Article.Title)}"),
            lines.Quote(quote.Text),
            lines.Markdown("-# ", $"{DiscordArticle.Source(quote.Article, phrases)} · {DiscordText.Escape(phrases.QuotePlace(place))}"),
        ];
    }
}
