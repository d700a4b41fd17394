using DigestBot.Chat;
using DigestBot.News;

namespace DigestBot.Adapters.Discord;

/// <summary>Lays out articles in lists: headline, perhaps a sentence, and where to read it.</summary>
internal static class DiscordArticle
{
    /// <param name="article">It.</param>
    /// <param name="sentence">Of it; null for none.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="changed">When it was last changed; null where that is not told.</param>
    public static IReadOnlyList<string> Lines(ArticleRef article, string? sentence, Reader reader, DateTimeOffset? changed = null)
    {
        Phrases phrases = reader.Phrases;
        var lines = new DiscordLines(phrases);
        string[] quote = sentence is null ? [] : [lines.Quote(sentence)];
        string change = changed is { } date ? $" · {DiscordText.Escape(phrases.SourceTestModified(reader.Date(date)))}" : "";
        return [lines.Bold(phrases.Insert(article.Title)), .. quote, lines.Markdown("-# ", $"{Source(article, phrases)}{change}")];
    }

    public static string Source(ArticleRef article, Phrases phrases) =>
        $"{DiscordLink.To(article, ArticleLink.Longest, phrases)} {DiscordLines.Time(article.Published, 'f')}";
}
