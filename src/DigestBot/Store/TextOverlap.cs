using System.Text;

namespace DigestBot.Store;

/// <summary>How much of one text stands in another, by runs of three words; in scripts without spaces each character counts as a word.</summary>
internal static class TextOverlap
{
    private const int Run = 3;
    private const char FirstOfScriptsWithoutSpaces = '\u2e80';

    /// <summary>The words of a text, in lower case: letters and digits, nothing of what stands between them.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (char letter in text)
        {
            bool isLetter = char.IsLetterOrDigit(letter);
            bool standsAlone = isLetter && letter >= FirstOfScriptsWithoutSpaces;
            if (word.Length > 0 && (!isLetter || standsAlone))
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (standsAlone)
            {
                words.Add(char.ToString(letter));
            }
            else if (isLetter)
            {
                word.Append(char.ToLowerInvariant(letter));
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    /// <summary>The share of the shorter text's runs that stand in the longer, from 0 to 1.</summary>
    public static double Shared(string left, string right)
    {
        (List<string> one, List<string> other) = (Words(left), Words(right));
        return one.Count <= other.Count ? Contained(one, other) : Contained(other, one);
    }

    /// <summary>The share of a text's runs that stand in another, from 0 to 1; 0 for a text without words.</summary>
    public static double Contained(List<string> words, List<string> other)
    {
        int length = Math.Min(Run, words.Count);
        HashSet<string> runs = Runs(words, length);
        return runs.Count == 0 ? 0 : (double)runs.Count(Runs(other, length).Contains) / runs.Count;
    }

    private static HashSet<string> Runs(List<string> words, int length) => length == 0
        ? []
        : [.. Enumerable.Range(0, Math.Max(0, words.Count - length + 1)).Select(start => string.Join(' ', words.GetRange(start, length)))];
}
