namespace DigestBot.Summaries;

/// <summary>Light Portuguese stemming after Jacques Savoy, on folded words; see <see cref="LightStemmer"/>.</summary>
internal static class PortugueseStemmer
{
    private static readonly (string Suffix, string Becomes)[] Plurals =
    [
        ("oes", "ao"), ("aes", "ao"), ("aos", "ao"), ("res", "r"), ("ses", "s"), ("les", "l"), ("zes", "z"), ("ns", "m"), ("eis", "el"), ("ais", "al"),
        ("ois", "ol"), ("zis", "zil"), ("nis", "nil"), ("vis", "vil"), ("s", ""),
    ];

    private static readonly (string Suffix, string Becomes)[] Feminines =
    [
        ("inha", "inho"), ("iaca", "iaco"), ("eira", "eiro"), ("osa", "oso"), ("ica", "ico"), ("ida", "ido"), ("ada", "ado"), ("iva", "ivo"),
        ("ama", "amo"), ("ona", "ao"), ("ora", "or"), ("esa", "es"), ("na", "no"),
    ];

    public static int Stem(Span<char> word)
    {
        if (word is "pais")
        {
            return word.Length;
        }

        int length = word.Length > 7 && word.EndsWith("mente") ? word.Length - 5 : Replace(word, word.Length, Plurals);
        length = length > 5 ? Replace(word, length, Feminines) : length;
        return length > 4 && word[length - 1] is 'a' or 'e' or 'o' && word[length - 2] != 'a' ? length - 1 : length;
    }

    // The first that fits and leaves two letters.
    private static int Replace(Span<char> word, int length, (string Suffix, string Becomes)[] endings)
    {
        foreach ((string suffix, string becomes) in endings)
        {
            if (length >= suffix.Length + 2 && length > 3 && word[..length].EndsWith(suffix))
            {
                length -= suffix.Length;
                becomes.CopyTo(word[length..]);
                return length + becomes.Length;
            }
        }

        return length;
    }
}
