using System.Text;
using DigestBot.Chat;
using DigestBot.News;

namespace DigestBot.Adapters.Discord;

/// <summary>Makes links to articles in Discord's markdown.</summary>
internal static class DiscordLink
{
    private const int LongestName = 80;
    private const int LongestHost = 100;

    /// <summary>The publisher's name, linked to the article.</summary>
    /// <param name="article">Where it leads.</param>
    /// <param name="longest">
    /// Addresses up to so many characters become links; of longer ones the host is named, and the rest stands under Sources.
    /// </param>
    /// <param name="phrases">Whose direction it stands in.</param>
    public static string To(ArticleRef article, int longest, Phrases phrases)
    {
        string name = DiscordText.Shorten(VisibleText.Of(article.Source), LongestName);
        string shown = DiscordText.Escape(phrases.Insert(name));
        if (WebAddress.Of(VisibleText.Of(article.Url)) is not { } uri)
        {
            return $"{shown} ({Text(article.Url, phrases)})";
        }

        // A name before the host's is there to deceive, and so is a host that cannot be spelt in ASCII.
        // One in brackets is a bare number, which no label can show.
        string host = Host(uri) ?? uri.Host;
        bool deceives = uri.UserInfo.Length > 0 || !Ascii.IsValid(host) || host.Contains('[', StringComparison.Ordinal);
        string? address = deceives ? null : Encode(uri, host);
        return address is null || address.Length > longest ? $"{shown} ({Text(host, phrases)})"
            : DiscordText.IsLabel(name) ? phrases.Isolate($"[{name}](<{address}>)", name)
            : DiscordText.IsLabel(host) ? $"{shown} ([{host}](<{address}>))"
            : $"{shown} ({Text(host, phrases)})";
    }

    private static string? Host(Uri uri)
    {
        try
        {
            return Ascii.IsValid(uri.Host) ? uri.Host : uri.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    // Brackets of any kind can end a link or its label, even between angle brackets.
    private static string Encode(Uri uri, string host) => new UriBuilder(uri) { Host = host }.Uri.AbsoluteUri
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal)
        .Replace("[", "%5B", StringComparison.Ordinal)
        .Replace("]", "%5D", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal)
        .Replace(">", "%3E", StringComparison.Ordinal)
        .Replace("\\", "%5C", StringComparison.Ordinal);

    private static string Text(string address, Phrases phrases) =>
        DiscordText.Escape(phrases.Insert(DiscordText.Shorten(address, LongestHost)));
}
