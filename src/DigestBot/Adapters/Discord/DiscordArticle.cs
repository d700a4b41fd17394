using DigestBot.Chat;
using DigestBot.News;

namespace DigestBot.Adapters.Discord;

/// <summary>Lays out articles in lists: headline, perhaps a sentence, and where to read it.</summary>
internal static class DiscordArticle
{
    public static IReadOnlyList<string> Lines(ArticleRef article, string? sentence, Phrases phrases)
    {
        var lines = new DiscordLines(phrases);
        string[] quote = sentence is null ? [] : [lines.Quote(sentence)];
        return [lines.Bold(phrases.Insert(article.Title)), .. quote, lines.Markdown("-# ", Source(article, phrases))];
    }

    public static string Source(ArticleRef article, Phrases phrases) =>
        $"{DiscordLink.To(article, ArticleLink.Longest, phrases)} {DiscordLines.Time(article.Published, 'f')}";
}
