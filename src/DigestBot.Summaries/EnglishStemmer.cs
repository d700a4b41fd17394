namespace DigestBot.Summaries;

/// <summary>
/// The English (Porter2) stemmer, written from the published description: M. F. Porter, "The English (Porter2) stemming
/// algorithm", snowballstem.org, with its additions of 2023 to 2025.
/// </summary>
internal static class EnglishStemmer
{
    // Their last syllable carries the meaning: a general is not a generation, a university not a universe.
    private static readonly string[] LongPrefixes =
        ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"];

    /// <summary>Stems a word of the letters a to z in place.</summary>
    /// <param name="word">The word, with room for one letter more.</param>
    /// <param name="length">Letters of the word.</param>
    /// <returns>Letters of the stem.</returns>
    public static int Stem(Span<char> word, int length)
    {
        if (length <= 2)
        {
            return length;
        }

        if (EnglishStemExceptions.TryStem(word, length, out int special))
        {
            return special;
        }

        MarkConsonantY(word[..length]);
        (int r1, int r2) = Regions(word[..length]);
        var state = new PorterWord(word, length, r1, r2);
        PorterSuffixes.StripPlural(ref state);
        if (!EnglishStemExceptions.IsFinishedAfterPlural(state.Text))
        {
            PorterSuffixes.StripPast(ref state);
            PorterSuffixes.TurnY(ref state);
            PorterSuffixes.ShortenDouble(ref state);
            PorterSuffixes.ShortenSingle(ref state);
            PorterSuffixes.Delete(ref state);
            PorterSuffixes.StripFinal(ref state);
        }

        word[..state.Length].Replace('Y', 'y');
        return state.Length;
    }

    // A y at the start or behind a vowel is a consonant; written Y meanwhile.
    private static void MarkConsonantY(Span<char> word)
    {
        for (int i = 0; i < word.Length; i++)
        {
            if (word[i] == 'y' && (i == 0 || PorterWord.IsVowel(word[i - 1])))
            {
                word[i] = 'Y';
            }
        }
    }

    private static (int R1, int R2) Regions(ReadOnlySpan<char> word)
    {
        int r1 = AfterVowelConsonant(word, 0);
        foreach (string prefix in LongPrefixes)
        {
            r1 = word.StartsWith(prefix) ? prefix.Length : r1;
        }

        return (r1, AfterVowelConsonant(word, r1));
    }

    private static int AfterVowelConsonant(ReadOnlySpan<char> word, int from)
    {
        for (int i = from + 1; i < word.Length; i++)
        {
            if (!PorterWord.IsVowel(word[i]) && PorterWord.IsVowel(word[i - 1]))
            {
                return i + 1;
            }
        }

        return word.Length;
    }
}
