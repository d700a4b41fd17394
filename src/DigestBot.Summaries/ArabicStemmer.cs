namespace DigestBot.Summaries;

/// <summary>
/// A light stemmer for Arabic, written from the description of light10 in Larkey, Ballesteros and Connell, "Light Stemming
/// for Arabic Information Retrieval", 2007: what is written onto a word is taken off, its pattern stays.
/// </summary>
/// <remarks>Of folded words: alef without hamza, heh for teh marbuta, yeh for alef maksura.</remarks>
internal static class ArabicStemmer
{
    private const int LeastLeft = 2;

    private static readonly string[] Articles = ["بال", "كال", "فال", "ال", "لل"];

    private static readonly string[] Suffixes = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

    /// <summary>False for words of other languages in this script, which have letters that Arabic lacks.</summary>
    public static bool IsArabic(ReadOnlySpan<char> folded) => !folded.ContainsAnyExceptInRange('\u0621', '\u064A');

    /// <summary>Where the stem stands in the word.</summary>
    public static Range Stem(ReadOnlySpan<char> word)
    {
        int start = word.Length > 3 && word[0] == 'و' ? 1 : 0;
        foreach (string article in Articles)
        {
            if (word[start..].StartsWith(article) && word.Length - start >= article.Length + LeastLeft)
            {
                start += article.Length;
                break;
            }
        }

        int end = word.Length;
        foreach (string suffix in Suffixes)
        {
            bool ends = word[start..end].EndsWith(suffix) && end - start >= suffix.Length + LeastLeft;
            end -= ends ? suffix.Length : 0;
        }

        return start..end;
    }
}
