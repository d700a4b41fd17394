using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DigestBot.News;

/// <summary>Tells independent publishers apart: several feeds of one site are one voice.</summary>
internal static class PublisherFamily
{
    // Second-level labels under which sites register, as in bbc.co.uk; a public-suffix list would be exact.
    private static readonly HashSet<string> SecondLevels = new(StringComparer.Ordinal) { "co", "com", "org", "net", "gov", "ac", "edu" };

    /// <summary>Sites whose every subdomain is somebody else's.</summary>
    private static readonly HashSet<string> Hosts = new(StringComparer.Ordinal)
    {
        "beehiiv.com", "blogspot.com", "ghost.io", "github.io", "livejournal.com", "medium.com", "netlify.app", "over-blog.com", "pages.dev",
        "squarespace.com", "substack.com", "tumblr.com", "typepad.com", "vercel.app", "webflow.io", "weebly.com", "wixsite.com", "wordpress.com",
    };

    /// <summary>A number for it, below 0, so that it is no number of a source; null where there is none.</summary>
    public static long? NumberOf(string url) =>
        Of(url) is { } family ? BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(family))) | long.MinValue : null;

    // The registrable domain of an address.
    private static string? Of(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.HostNameType != UriHostNameType.Dns || uri.IsFile)
        {
            return null;
        }

        string[] labels = uri.Host.Split('.');
        bool isLonger = labels.Length >= 3
            && ((labels[^1].Length == 2 && SecondLevels.Contains(labels[^2])) || Hosts.Contains($"{labels[^2]}.{labels[^1]}"));
        return string.Join('.', labels.TakeLast(isLonger ? 3 : 2));
    }
}
