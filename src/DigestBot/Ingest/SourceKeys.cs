using System.Security.Cryptography;
using System.Text;
using DigestBot.Store;

namespace DigestBot.Ingest;

/// <summary>Keys of sources: one feed is one source for all, but what a space imports under a name stays its own.</summary>
internal static class SourceKeys
{
    /// <remarks>
    /// An address with a password is another source than the same address without: whoever follows the one must not
    /// read what the password opens, nor see it. The key holds no password, only whether it is the same.
    /// </remarks>
    public static string Location(string location)
    {
        string key = $"at:{CanonicalUrl.Of(location) ?? location}";
        return AddressText.Parse(location) is { UserInfo.Length: > 0 } address
            ? $"{key}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.UserInfo)))}"
            : key;
    }

    /// <remarks>The space is part of it: two spaces may both import what they call Reuters.</remarks>
    public static string Import(Space space, string name) => $"import:{space.Key}:{name}";
}
