namespace DigestBot.Evaluation.Rouge;

/// <summary>Vowels, consonants and the measure m of Porter 1980.</summary>
internal static class PorterMeasure
{
    public static bool IsConsonant(string word, int index) => word[index] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => index == 0 || !IsConsonant(word, index - 1),
        _ => true,
    };

    public static bool HasVowel(string word) => Enumerable.Range(0, word.Length).Any(i => !IsConsonant(word, i));

    /// <summary>How often a run of vowels is followed by a run of consonants.</summary>
    public static int Of(string word)
    {
        int measure = 0;
        for (int i = 1; i < word.Length; i++)
        {
            measure += IsConsonant(word, i) && !IsConsonant(word, i - 1) ? 1 : 0;
        }

        return measure;
    }

    public static bool EndsDoubleConsonant(string word) =>
        word.Length >= 2 && word[^1] == word[^2] && IsConsonant(word, word.Length - 1);

    /// <summary>Consonant, vowel, consonant other than w, x, y; or, an extension, a vowel and a consonant alone.</summary>
    public static bool EndsShort(string word)
    {
        int n = word.Length;
        return n == 2
            ? !IsConsonant(word, 0) && IsConsonant(word, 1)
            : n > 2 && IsConsonant(word, n - 3) && !IsConsonant(word, n - 2) && IsConsonant(word, n - 1)
                && word[^1] is not ('w' or 'x' or 'y');
    }
}
