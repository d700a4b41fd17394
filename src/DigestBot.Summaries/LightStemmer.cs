namespace DigestBot.Summaries;

/// <summary>
/// Takes off what German, French, Spanish, Italian, Portuguese and Dutch nouns and adjectives gain in plural, gender and case.
/// </summary>
/// <remarks>
/// Our own text of published descriptions: the light stemmers of Jacques Savoy (University of Neuchâtel, "Light stemming
/// approaches for the French, Portuguese, German and Hungarian languages", 2006, and the CLEF papers for Spanish and Italian);
/// Dutch in the same manner. Words come folded, without accents, since people leave these out when they ask.
/// </remarks>
internal static class LightStemmer
{
    /// <summary>Stems a word of the letters a to z in place.</summary>
    /// <returns>Letters of the stem, never 0.</returns>
    public static int Stem(Span<char> word, TextLanguage language) => language switch
    {
        TextLanguage.German => German(word),
        TextLanguage.French => FrenchStemmer.Stem(word),
        TextLanguage.Spanish => Spanish(word),
        TextLanguage.Italian => Italian(word),
        TextLanguage.Portuguese => PortugueseStemmer.Stem(word),
        TextLanguage.Dutch => Dutch(word),
        _ => word.Length,
    };

    private static int German(ReadOnlySpan<char> word)
    {
        word = word[..^GermanCase(word)];
        return word.Length - GermanDegree(word);
    }

    private static int GermanCase(ReadOnlySpan<char> word) => word switch
    {
        { Length: > 5 } when word.EndsWith("ern") => 3,
        { Length: > 4 } and [.., 'e', 'm' or 'n' or 'r' or 's'] => 2,
        { Length: > 3 } and [.., 'e'] => 1,
        { Length: > 3 } and [.., 'b' or 'd' or 'f' or 'g' or 'h' or 'k' or 'l' or 'm' or 'n' or 'r' or 't', 's'] => 1,
        _ => 0,
    };

    private static int GermanDegree(ReadOnlySpan<char> word) => word switch
    {
        { Length: > 5 } and [.., 'e', 's', 't'] => 3,
        { Length: > 4 } and [.., 'e', 'r' or 'n'] => 2,
        { Length: > 4 } and [.., 'b' or 'd' or 'f' or 'g' or 'h' or 'k' or 'l' or 'm' or 'n' or 't', 's', 't'] => 2,
        _ => 0,
    };

    // Twice, because the singular of "ingleses" ends like a plural.
    private static int Spanish(Span<char> word) => SpanishOnce(word[..SpanishOnce(word)]);

    private static int SpanishOnce(Span<char> word)
    {
        if (word.Length > 4 && word.EndsWith("ces"))
        {
            word[^3] = 'z';
            return word.Length - 2;
        }

        int length = word.Length - (word is [_, _, .., 'a' or 'e' or 'o', 's'] ? 1 : 0);
        return length > 3 && word[length - 1] is 'a' or 'e' or 'o' ? length - 1 : length;
    }

    private static int Italian(ReadOnlySpan<char> word) => word.Length - word switch
    {
        { Length: < 4 } => 0,
        { Length: > 4 } and [.., 'i' or 'h', 'e' or 'i'] => 2,
        { Length: > 4 } and [.., 'i', 'a' or 'o'] => 2,
        [.., 'a' or 'e' or 'i' or 'o'] => 1,
        _ => 0,
    };

    private static int Dutch(Span<char> word)
    {
        int length = word.Length - word switch
        {
            { Length: > 6 } when word.EndsWith("eren") => 4, // kinderen
            { Length: > 4 } and [.., 'e', 'n' or 's'] => 2,
            { Length: > 4 } and [.., 'e'] => 1,
            { Length: > 4 } and [.., not ('s' or 'i' or 'j' or 'u'), 's'] => 1,
            _ => 0,
        };
        return DutchSpelling(word[..length]);
    }

    // Bomen and boom, katten and kat, brieven and brief, huizen and huis differ in how an open syllable is spelt only.
    private static int DutchSpelling(Span<char> word)
    {
        word[^1] = word[^1] switch
        {
            'v' => 'f',
            'z' => 's',
            char last => last,
        };
        int length = word.Length;
        if (length > 3 && word[^1] == word[^2] && !"aeiou".Contains(word[^1], StringComparison.Ordinal))
        {
            length--;
        }
        else if (length > 3 && word[^2] == word[^3] && "aeou".Contains(word[^2], StringComparison.Ordinal))
        {
            word[^2] = word[^1];
            length--;
        }

        return length;
    }
}
