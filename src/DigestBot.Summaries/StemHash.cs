namespace DigestBot.Summaries;

/// <summary>The 32-bit number that stands for a stem in a stored vector: FNV-1a over its UTF-16 bytes.</summary>
/// <remarks>
/// Part of the stored format: a change needs a new <see cref="TextAnalyzer.Version"/>. Among a million stems a given one
/// has a chance of 0.02 % to share its number; the price is one term counted as another, never a wrong quote.
/// </remarks>
internal static class StemHash
{
    public static uint Of(ReadOnlySpan<char> stem)
    {
        uint hash = 2_166_136_261;
        foreach (char c in stem)
        {
            hash = (hash ^ (byte)c) * 16_777_619;
            hash = (hash ^ (byte)(c >> 8)) * 16_777_619;
        }

        return hash;
    }
}
