namespace DigestBot.Summaries;

/// <summary>Counts words as those do who allow so many of them to be quoted.</summary>
public static class WordCount
{
    /// <summary>Tokens between white space; of Chinese, Japanese, Korean, Thai and the like each letter is one.</summary>
    /// <param name="text">A sentence, or any text.</param>
    public static int Of(ReadOnlySpan<char> text)
    {
        int words = 0;
        bool inWord = false;
        foreach (char c in text)
        {
            bool isWord = CharKinds.Of(c) == CharKind.Ideograph;
            bool isSpace = char.IsWhiteSpace(c);
            words += isWord || (!isSpace && !inWord) ? 1 : 0;
            inWord = !isSpace;
        }

        return words;
    }
}
