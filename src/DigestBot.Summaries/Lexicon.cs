namespace DigestBot.Summaries;

/// <summary>From folded token to stem, through a small cache of each thread, since news repeats its words.</summary>
/// <remarks>A slot holds one token and the newest wins, so memory is bounded: 32,768 short strings a thread.</remarks>
internal static class Lexicon
{
    public const int MaxStemLength = 40;

    private const int Slots = 32_768;

    [ThreadStatic]
    private static Term?[]? Cache;

    public static Term Find(scoped ref TermReader reader, bool keepNames)
    {
        ReadOnlySpan<char> folded = reader.Folded;
        bool name = reader.Dotted || (keepNames && reader.Capitals && StopWords.IsNameInCapitals(folded));
        Cache ??= new Term?[Slots];
        ref Term? slot = ref Cache[SlotOf(folded, name)];
        if (slot is not null && slot.Stemmed != name && folded.SequenceEqual(slot.Token))
        {
            return slot;
        }

        return slot = Make(folded, name);
    }

    private static int SlotOf(ReadOnlySpan<char> folded, bool name)
    {
        uint hash = name ? 0x9E37_79B9 : 0;
        foreach (char c in folded)
        {
            hash = (hash ^ c) * 0x0100_0193;
        }

        return (int)((hash ^ (hash >> 15)) & (Slots - 1));
    }

    private static Term Make(ReadOnlySpan<char> folded, bool name)
    {
        string token = folded.ToString();
        if (!name && StopWords.Contains(folded))
        {
            return new Term(token, string.Empty, 0, Stemmed: true);
        }

        Span<char> work = stackalloc char[folded.Length + 1];
        folded.CopyTo(work);
        int length = !name && IsPlainLatin(folded) ? EnglishStemmer.Stem(work, folded.Length) : folded.Length;
        length = Math.Min(length, MaxStemLength);
        length -= char.IsHighSurrogate(work[length - 1]) ? 1 : 0;
        string stem = work[..length].ToString();
        return new Term(token, stem, StemHash.Of(stem), !name);
    }

    private static bool IsPlainLatin(ReadOnlySpan<char> folded) => !folded.ContainsAnyExceptInRange('a', 'z');
}
