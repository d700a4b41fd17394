using System.Collections.Concurrent;

namespace DigestBot.Evaluation.Rouge;

/// <summary>Tokens as the reference ROUGE makes them: runs of a-z and 0-9 of the lower-cased text, stemmed from four letters on.</summary>
internal static class RougeTokens
{
    private static readonly ConcurrentDictionary<string, string> Stems = new(StringComparer.Ordinal);

    public static string[] Of(string text, bool stem)
    {
        var tokens = new List<string>();
        string lower = text.ToLowerInvariant();
        for (int start = 0; start < lower.Length;)
        {
            int end = start;
            while (end < lower.Length && (char.IsAsciiDigit(lower[end]) || char.IsAsciiLetterLower(lower[end])))
            {
                end++;
            }

            if (end > start)
            {
                string token = lower[start..end];
                tokens.Add(stem && token.Length > 3 ? Stems.GetOrAdd(token, PorterStemmer.Stem) : token);
            }

            start = end + 1;
        }

        return [.. tokens];
    }
}
