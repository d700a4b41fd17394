namespace DigestBot.Summaries;

/// <summary>From folded token to stem, through a cache that all threads share, since news repeats its words.</summary>
/// <remarks>
/// A slot holds one token and the newest wins, so memory is bounded: 65,536 tokens of at most 64 letters. Threads need no
/// lock: a slot is one reference to an immutable term, and whoever loses a race only stems a word again.
/// </remarks>
internal static class Lexicon
{
    public const int MaxStemLength = 40;

    /// <summary>A stem of one language is no stem of another: "de_" stands before the German ones, and no other stem has an underscore.</summary>
    public const int MarkLength = 3;

    private const int Slots = 65_536;

    private static readonly string[] Marks = ["", "de_", "fr_", "es_", "it_", "pt_", "nl_"];

    private static readonly Term?[] Cache = new Term?[Slots];

    /// <summary>The term of the reader's word, in a text of this language.</summary>
    public static Term Find(scoped ref TermReader reader, bool keepNames, TextLanguage language = TextLanguage.General)
    {
        ReadOnlySpan<char> folded = reader.Folded;
        bool name = reader.Dotted || (keepNames && reader.Capitals && StopWords.IsNameInCapitals(folded));
        return Find(folded, name, language);
    }

    /// <summary>The term that a folded word is in a text of this language.</summary>
    public static Term Find(ReadOnlySpan<char> folded, bool name, TextLanguage language)
    {
        TextLanguage own = language != TextLanguage.General && !name && IsPlainLatin(folded) ? language : TextLanguage.General;
        int slot = SlotOf(folded, name, own);
        Term? known = Volatile.Read(ref Cache[slot]);
        if (known is not null && known.Stemmed != name && known.Language == own && folded.SequenceEqual(known.Token))
        {
            return known;
        }

        Term term = Make(folded, name, own);
        Volatile.Write(ref Cache[slot], term);
        return term;
    }

    private static int SlotOf(ReadOnlySpan<char> folded, bool name, TextLanguage language)
    {
        uint hash = name ? 0x9E37_79B9 : (uint)language * 0x85EB_CA6B;
        foreach (char c in folded)
        {
            hash = (hash ^ c) * 0x0100_0193;
        }

        return (int)((hash ^ (hash >> 15)) & (Slots - 1));
    }

    private static Term Make(ReadOnlySpan<char> folded, bool name, TextLanguage language)
    {
        string token = folded.ToString();
        if (!name && StopWords.Contains(folded, language))
        {
            return new Term(token, string.Empty, 0, Stemmed: true, language);
        }

        Span<char> work = stackalloc char[folded.Length + 1];
        folded.CopyTo(work);
        ReadOnlySpan<char> stemmed = name ? folded : Stem(work, folded.Length, language);
        int length = Math.Min(stemmed.Length, MaxStemLength);
        length -= char.IsHighSurrogate(stemmed[length - 1]) ? 1 : 0;
        string stem = string.Concat(Marks[(int)language], stemmed[..length]);
        return new Term(token, stem, StemHash.Of(stem), !name, language);
    }

    // Beside Latin the script decides, not a guess at the language. Of Latin words a question has the stems of all languages.
    private static ReadOnlySpan<char> Stem(Span<char> word, int length, TextLanguage language)
    {
        Span<char> token = word[..length];
        return language != TextLanguage.General ? token[..LightStemmer.Stem(token, language)]
            : IsPlainLatin(token) ? word[..EnglishStemmer.Stem(word, length)]
            : RussianStemmer.IsRussian(token) ? token[..RussianStemmer.Stem(token)]
            : ArabicStemmer.IsArabic(token) ? token[ArabicStemmer.Stem(token)]
            : token;
    }

    private static bool IsPlainLatin(ReadOnlySpan<char> folded) => !folded.ContainsAnyExceptInRange('a', 'z');
}
