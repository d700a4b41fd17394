using System.Text;
using DigestBot.Chat;
using DigestBot.News;

namespace DigestBot.Adapters;

/// <summary>Where a link to an article leads, if it may be one.</summary>
/// <param name="Host">Named beside or in place of the link; null where the article has no address of the web.</param>
/// <param name="Address">In ASCII; null where no link may be made of it.</param>
internal readonly record struct ArticleLink(string? Host, string? Address)
{
    /// <summary>Longer addresses are no links anywhere; browsers and servers balk at them too.</summary>
    public const int Longest = 2048;

    public static ArticleLink To(ArticleRef article)
    {
        if (WebAddress.Of(VisibleText.Of(article.Url)) is not { } uri)
        {
            return default;
        }

        // A name before the host's is there to deceive, and so is a host that cannot be spelt in ASCII.
        // One in brackets is a bare number, which no label can show.
        string host = HostOf(uri) ?? uri.Host;
        bool deceives = uri.UserInfo.Length > 0 || !Ascii.IsValid(host) || host.Contains('[', StringComparison.Ordinal);
        return new(host, deceives ? null : new UriBuilder(uri) { Host = host }.Uri.AbsoluteUri);
    }

    private static string? HostOf(Uri uri)
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
}
