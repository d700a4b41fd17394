using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DigestBot.Store;

namespace DigestBot.Ingest;

/// <summary>What makes an article the same one again, within its source, after its title, text or date was edited.</summary>
internal static class ArticleIdentity
{
    /// <summary>Sixteen bytes from the best that the item has: its own id, its address, or else its title and text.</summary>
    /// <remarks>
    /// The date takes no part: feeds that move it would make every article new again. The source does: ids of articles
    /// are made from this, and the same article in another space's source must not push this one to another id.
    /// </remarks>
    public static byte[] Of(string sourceKey, string? guid, string? canonicalUrl, string title, string text)
    {
        string basis = (guid, canonicalUrl) switch
        {
            ({ Length: > 0 }, _) => $"guid\0{guid}",
            (_, { Length: > 0 }) => $"url\0{canonicalUrl}",
            _ when title.Length > 0 => $"title\0{title}",
            _ => $"text\0{text}",
        };
        return SHA256.HashData(Encoding.UTF8.GetBytes($"{sourceKey}\0{basis}"))[..16];
    }

    /// <summary>Changes when title or text do.</summary>
    public static long ContentHash(string title, string text) => Hash($"{title}\0{text}");

    /// <summary>The same for all forms of an address that mean one page: with and without TLS, "www." and a slash at the end.</summary>
    /// <returns>Null where it leads to no page of its own: a site's front, or no address of the web.</returns>
    public static long? UrlKey(string? canonicalUrl)
    {
        if (AddressText.Parse(canonicalUrl) is not { Scheme: "http" or "https" } address || address is { AbsolutePath: "/", Query: "" })
        {
            return null;
        }

        string host = address.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? address.IdnHost[4..] : address.IdnHost;
        string port = address.IsDefaultPort ? "" : $":{address.Port}";
        return Hash($"{host}{port}{address.AbsolutePath.TrimEnd('/')}{address.Query}");
    }

    /// <summary>The same for titles of one day that differ in capitals and marks only; null for a title without words.</summary>
    public static long? TitleKey(string title, DateTimeOffset day) => TextOverlap.Words(title) is { Count: > 0 } words
        ? Hash($"{day.UtcDateTime:yyyy-MM-dd}\0{string.Join(' ', words)}")
        : null;

    private static long Hash(string text) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
