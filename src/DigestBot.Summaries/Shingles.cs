namespace DigestBot.Summaries;

/// <summary>The runs of stems that a text consists of, as a set of hashes: two texts resemble each other as their sets do.</summary>
internal static class Shingles
{
    private const int Stems = 4;

    /// <summary>Distinct hashes, ascending; a text of fewer stems than one run is one shingle, a text without stems none.</summary>
    public static ulong[] Of(string text)
    {
        uint[] stems = [.. TextAnalyzer.Terms(text).Select(stem => StemHash.Of(stem))];
        if (stems.Length == 0)
        {
            return [];
        }

        int length = Math.Min(Stems, stems.Length);
        var hashes = new ulong[stems.Length - length + 1];
        for (int i = 0; i < hashes.Length; i++)
        {
            hashes[i] = Hash(stems.AsSpan(i, length));
        }

        Array.Sort(hashes);
        return [.. hashes.Distinct()];
    }

    /// <summary>Size of the intersection over size of the union; 0 for two empty sets.</summary>
    public static double Jaccard(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        int both = 0, i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            (ulong first, ulong second) = (left[i], right[j]);
            both += first == second ? 1 : 0;
            i += first <= second ? 1 : 0;
            j += second <= first ? 1 : 0;
        }

        int either = left.Length + right.Length - both;
        return either == 0 ? 0 : (double)both / either;
    }

    /// <summary>Spreads a number over all 64 bits: the finalizer of SplitMix64 (Steele, Lea and Flood, 2014).</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
        value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
        return value ^ (value >> 31);
    }

    private static ulong Hash(ReadOnlySpan<uint> stems)
    {
        ulong hash = 0x9E37_79B9_7F4A_7C15;
        foreach (uint stem in stems)
        {
            hash = Mix(hash + stem);
        }

        return hash;
    }
}
