namespace DigestBot.Summaries;

/// <summary>Light French stemming after Jacques Savoy, on folded words; see <see cref="LightStemmer"/>.</summary>
internal static class FrenchStemmer
{
    // The longest that fits; behind it stands what it becomes.
    private static readonly (string Suffix, string Becomes)[] Suffixes =
    [
        ("issement", "ir"), ("issant", "ir"), ("ement", "e"), ("ficatrice", "fier"), ("ficateur", "fier"), ("catrice", "quer"), ("cateur", "quer"),
        ("atrice", "er"), ("ateur", "er"), ("trice", "teur"), ("euse", "eur"), ("ive", "if"), ("ienne", "ien"), ("iere", "ier"), ("elle", "el"),
    ];

    public static int Stem(Span<char> word)
    {
        if (word is "pays")
        {
            return word.Length;
        }

        int length = Masculine(word, Singular(word, word.Length));
        return Bare(word[..length]);
    }

    private static int Singular(Span<char> word, int length)
    {
        if (length > 5 && word[..length] is [.., 'a', 'u', 'x'] && word[length - 4] != 'e')
        {
            word[length - 2] = 'l'; // chevaux, cheval
            return length - 1;
        }

        return length > 3 && word[length - 1] is 's' or 'x' ? length - 1 : length;
    }

    private static int Masculine(Span<char> word, int length)
    {
        foreach ((string suffix, string becomes) in Suffixes)
        {
            if (length > suffix.Length + 2 && word[..length].EndsWith(suffix))
            {
                length -= suffix.Length;
                becomes.CopyTo(word[length..]);
                return length + becomes.Length;
            }
        }

        return length;
    }

    // Elu, elue; bon, bonne; francais, francaise: an e, what it makes heard and a doubled letter say nothing more.
    private static int Bare(ReadOnlySpan<char> word)
    {
        int length = word.Length;
        for (int i = 0; i < 2 && length > 3 && word[length - 1] == 'e'; i++)
        {
            length--;
        }

        length -= length < word.Length && length > 4 && word[length - 1] == 's' ? 1 : 0;
        length -= length > 4 && word[length - 1] == 'r' ? 1 : 0;
        length -= length > 4 && word[length - 1] is 'e' or 'i' ? 1 : 0;
        return length > 3 && word[length - 1] == word[length - 2] ? length - 1 : length;
    }
}
