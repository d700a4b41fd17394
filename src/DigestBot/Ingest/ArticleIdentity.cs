using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

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
    public static long ContentHash(string title, string text) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\0{text}")));
}
