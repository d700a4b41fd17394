using DigestBot.Chat;
using DigestBot.News;

namespace DigestBot.Adapters.Discord;

/// <summary>Makes links to articles in Discord's markdown.</summary>
internal static class DiscordLink
{
    private const int LongestName = 80;
    private const int LongestHost = 100;

    /// <summary>The publisher's name, linked to the article, and whether that asks for payment.</summary>
    /// <param name="article">Where it leads.</param>
    /// <param name="longest">
    /// Addresses up to so many characters become links; of longer ones the host is named, and the rest stands under Sources.
    /// </param>
    /// <param name="phrases">Whose direction it stands in.</param>
    public static string To(ArticleRef article, int longest, Phrases phrases) =>
        $"{Name(article, longest, phrases)}{DiscordText.Escape(PaywallMark.Of(article, phrases))}";

    private static string Name(ArticleRef article, int longest, Phrases phrases)
    {
        string name = ShortText.Of(VisibleText.Of(article.Source), LongestName);
        string shown = DiscordText.Escape(phrases.Insert(name));
        (string? host, string? linked) = ArticleLink.To(article);
        if (host is null)
        {
            return $"{shown} ({Text(article.Url, phrases)})";
        }

        string? address = linked is null ? null : Encode(linked);
        return address is null || address.Length > longest ? $"{shown} ({Text(host, phrases)})"
            : DiscordText.IsLabel(name) ? phrases.Isolate($"[{name}](<{address}>)", name)
            : DiscordText.IsLabel(host) ? $"{shown} ([{host}](<{address}>))"
            : $"{shown} ({Text(host, phrases)})";
    }

    // Brackets of any kind can end a link or its label, even between angle brackets.
    private static string Encode(string address) => address
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal)
        .Replace("[", "%5B", StringComparison.Ordinal)
        .Replace("]", "%5D", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal)
        .Replace(">", "%3E", StringComparison.Ordinal)
        .Replace("\\", "%5C", StringComparison.Ordinal);

    private static string Text(string address, Phrases phrases) =>
        DiscordText.Escape(phrases.Insert(ShortText.Of(address, LongestHost)));
}
