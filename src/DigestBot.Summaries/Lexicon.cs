namespace DigestBot.Summaries;

/// <summary>From folded token to stem, through a cache that all threads share, since news repeats its words.</summary>
/// <remarks>
/// A slot holds one token and the newest wins, so memory is bounded: 65,536 tokens of at most 64 letters. Threads need no
/// lock: a slot is one reference to an immutable term, and whoever loses a race only stems a word again.
/// </remarks>
internal static class Lexicon
{
    public const int MaxStemLength = 40;

    private const int Slots = 65_536;

    private static readonly Term?[] Cache = new Term?[Slots];

    public static Term Find(scoped ref TermReader reader, bool keepNames)
    {
        ReadOnlySpan<char> folded = reader.Folded;
        bool name = reader.Dotted || (keepNames && reader.Capitals && StopWords.IsNameInCapitals(folded));
        int slot = SlotOf(folded, name);
        Term? known = Volatile.Read(ref Cache[slot]);
        if (known is not null && known.Stemmed != name && folded.SequenceEqual(known.Token))
        {
            return known;
        }

        Term term = Make(folded, name);
        Volatile.Write(ref Cache[slot], term);
        return term;
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
        ReadOnlySpan<char> stemmed = name ? folded : Stem(work, folded.Length);
        int length = Math.Min(stemmed.Length, MaxStemLength);
        length -= char.IsHighSurrogate(stemmed[length - 1]) ? 1 : 0;
        string stem = stemmed[..length].ToString();
        return new Term(token, stem, StemHash.Of(stem), !name);
    }

    // The script decides, not a guess at the language: a question of two words must give the stems of the article it is after.
    private static ReadOnlySpan<char> Stem(Span<char> word, int length)
    {
        Span<char> token = word[..length];
        return IsPlainLatin(token) ? word[..EnglishStemmer.Stem(word, length)]
            : RussianStemmer.IsRussian(token) ? token[..RussianStemmer.Stem(token)]
            : ArabicStemmer.IsArabic(token) ? token[ArabicStemmer.Stem(token)]
            : token;
    }

    private static bool IsPlainLatin(ReadOnlySpan<char> folded) => !folded.ContainsAnyExceptInRange('a', 'z');
}
