using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.Discord;
using DigestBot.News;

namespace DigestBot.Adapters.Discord;

/// <summary>Lays a digest out as embeds, one a page. Equal arguments give equal pages.</summary>
internal static class DiscordDigest
{
    private const int MostPages = 25;
    private const int MostSilentNamed = 5;
    private const int LongestSilent = 300;
    private const int LongestTopic = 75;
    private const int LongestPublishers = 300;

    // Links are what fills pages; rather than flooding a channel, long ones are left to the list of sources.
    private static readonly int[] LongestLinks = [ArticleLink.Longest, 512, 0];

    /// <param name="digest">What is shown.</param>
    /// <param name="notices">Sentences of the bot's own that come first.</param>
    /// <param name="reader">Who reads it.</param>
    public static IReadOnlyList<DiscordPage> Pages(Digest digest, IReadOnlyList<string> notices, Reader reader)
    {
        IReadOnlyList<DiscordPage> pages = [];
        foreach (int longestLink in LongestLinks)
        {
            pages = Pages(digest, notices, longestLink, reader);
            if (pages.Count <= MostPages)
            {
                break;
            }
        }

        return pages;
    }

    /// <summary>One page as Discord takes it.</summary>
    /// <param name="digest">Whose page.</param>
    /// <param name="page">What stands on it.</param>
    /// <param name="number">From 1.</param>
    /// <param name="count">Of so many.</param>
    /// <param name="reader">Who reads it.</param>
    public static Embed Embed(Digest digest, DiscordPage page, int number, int count, Reader reader) => new()
    {
        Title = Title(digest, reader),
        Description = page.Text,
        Color = DiscordColor.Of(digest.Topic),
        Footer = digest.Id.Length == 0 && count == 1 ? null : new(DiscordFooter.Write(digest.Id, number, count, reader.Phrases)),
    };

    private static string Title(Digest digest, Reader reader)
    {
        Digest titled = digest with { Topic = digest.Topic is { } topic ? ShortText.Of(topic, LongestTopic) : null };
        return ShortText.Of(DiscordText.Escape(DigestFrame.Heading(titled, reader)), DiscordLimits.EmbedTitle);
    }

    private static IReadOnlyList<DiscordPage> Pages(Digest digest, IReadOnlyList<string> notices, int longestLink, Reader reader)
    {
        var pages = new DiscordPages(DiscordLimits.EmbedDescription);
        pages.Lines(Frame(digest, notices, reader));
        DiscordCorrections.Add(digest, pages, reader);

        var numbers = new CitationNumbers();
        var quotes = new DiscordQuotes(reader, digest.Asked.To, numbers, longestLink);
        for (int i = 0; i < digest.Stories.Count; i++)
        {
            DigestStory story = digest.Stories[i];
            pages.Gap();
            pages.Quotes(Head(story, i + 1, "", reader), Head(story, i + 1, reader.Phrases.StoryContinued, reader), story.Quotes, quotes.Of(story));
        }

        return pages.Finish();
    }

    private static IReadOnlyList<string> Frame(Digest digest, IReadOnlyList<string> notices, Reader reader)
    {
        var lines = new DiscordLines(reader.Phrases);
        string[] silent = [.. DigestFrame.Silent(digest, reader).Select(sentence => ShortText.Of(sentence, LongestSilent))];
        return
        [
            .. notices.Select(lines.Body),
            lines.Markdown("-# ", Window(digest.Window, reader.Phrases)),
            lines.Muted(DigestFrame.Coverage(digest, reader)),
            .. silent.Take(MostSilentNamed).Select(lines.Muted),
            .. silent.Length > MostSilentNamed ? [lines.Muted(reader.Phrases.StatusMore(silent.Length - MostSilentNamed))] : (string[])[],
        ];
    }

    // The sentence is escaped like any other; then each end of the window is put in, for every reader's own clock.
    private static string Window(NewsWindow window, Phrases phrases)
    {
        const string From = "\uE000", To = "\uE001";
        string sentence = window.From <= DateTimeOffset.UnixEpoch ? phrases.WindowUntil(To) : phrases.WindowBetween(From, To);
        return DiscordText.EscapeLine(sentence)
            .Replace(From, DiscordLines.Time(window.From, 'f'), StringComparison.Ordinal)
            .Replace(To, DiscordLines.Time(window.To, 'f'), StringComparison.Ordinal);
    }

    /// <summary>What stands above a story's quotes.</summary>
    /// <param name="story">Which.</param>
    /// <param name="number">Its place in the digest; null where it stands alone.</param>
    /// <param name="remark">Of the bot's own, after the headline.</param>
    /// <param name="reader">Who reads it.</param>
    public static string Head(DigestStory story, int? number, string remark, Reader reader)
    {
        var lines = new DiscordLines(reader.Phrases);
        string title = reader.Phrases.Insert(story.Title);
        string bold = $"**{DiscordText.Escape(number is { } place ? $"{place} · {title}" : title)}**";
        string publishers = ShortText.Of(DigestFrame.Publishers(story, reader), LongestPublishers);
        return $"{lines.Markdown("", remark.Length == 0 ? bold : $"{bold} {DiscordText.Escape(remark)}")}\n{lines.Muted(publishers)}";
    }
}
