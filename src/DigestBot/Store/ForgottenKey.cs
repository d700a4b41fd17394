using System.Security.Cryptography;
using System.Text;

namespace DigestBot.Store;

/// <summary>How an article that was forgotten is known again: by hashes, which say nothing of it.</summary>
internal static class ForgottenKey
{
    /// <summary>Whoever reads this in a transaction finds what is forgotten meanwhile, or is found by it.</summary>
    public const string Find = "SELECT count(*) FROM forgotten_article WHERE key IN (@address, @item)";

    /// <param name="url">Canonical.</param>
    public static string OfAddress(string url) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url)));

    public static string OfItem(byte[] identity) => $"item {Convert.ToHexStringLower(identity)}";
}
