using System.Text;

namespace DigestBot.Adapters.Discord;

/// <summary>The bar beside a digest: one colour for each topic, and never a meaning beyond that.</summary>
internal static class DiscordColor
{
    private const uint AllNews = 0x5B6B7B;

    // Told apart from one another, and seen on Discord's light and dark grounds alike.
    private static readonly uint[] Palette =
    [
        0x3B82C4, 0x2E9E6B, 0xC2762E, 0x9B5BB5, 0xC4524F, 0x2C9AA8, 0x8A8F2C, 0xB8568F, 0x5F6FD0, 0x4F8F3A, 0xA8663F, 0x7A7F8C,
    ];

    public static uint Of(string? topic) =>
        topic is null ? AllNews : Palette[Hash(topic.Trim().ToLowerInvariant()) % (uint)Palette.Length];

    // FNV-1a: the same on every machine and in every version, unlike the hash of a string.
    private static uint Hash(string text) =>
        Encoding.UTF8.GetBytes(text).Aggregate(2_166_136_261u, (hash, b) => unchecked((hash ^ b) * 16_777_619u));
}
