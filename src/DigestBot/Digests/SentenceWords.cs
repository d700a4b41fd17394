using System.Globalization;
using System.Text;
using DigestBot.Chat;

namespace DigestBot.Digests;

/// <summary>The words, figures and signs of a sentence: what may not change without the sentence being another one.</summary>
/// <remarks>
/// White space, letter case, quotation marks, dashes and other punctuation between words are no matter. What is part of a figure is:
/// "1.5" is not "15", and "-3 %" is not "3 %".
/// </remarks>
internal static class SentenceWords
{
    private const char FirstOfScriptsWithoutSpaces = '\u2e80';

    public static IReadOnlyList<string> Of(string sentence)
    {
        string text = VisibleText.Of(sentence).Normalize(NormalizationForm.FormKC);
        var words = new List<string>();
        var word = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (Part(text, i, word.Length))
            {
                case WordPart.Inside:
                    word.Append(IsDash(c) ? '-' : char.ToLowerInvariant(c));
                    break;
                case WordPart.Alone:
                    End(word, words);
                    words.Add(char.ToString(c));
                    break;
                case WordPart.Between:
                    End(word, words);
                    break;
            }
        }

        End(word, words);
        return words;
    }

    private static WordPart Part(string text, int i, int length)
    {
        char c = text[i];
        bool isBeforeDigit = i + 1 < text.Length && char.IsDigit(text[i + 1]);
        if (char.IsLetterOrDigit(c) && c >= FirstOfScriptsWithoutSpaces && !char.IsDigit(c))
        {
            return WordPart.Alone;
        }

        if (IsDash(c))
        {
            // A sign before a figure, or what joins two; a dash that only touches a figure stands between words.
            bool joins = length > 0 && char.IsDigit(text[i - 1]);
            bool isSign = length == 0 && (c is '-' or '\u2212' or '\u2013');
            return isBeforeDigit && (joins || isSign) ? WordPart.Inside : WordPart.Between;
        }

        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Format => WordPart.Nothing,
            UnicodeCategory.CurrencySymbol or UnicodeCategory.MathSymbol => WordPart.Alone,
            UnicodeCategory.Surrogate or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => WordPart.Inside,
            _ when char.IsLetterOrDigit(c) => WordPart.Inside,
            _ when c is '%' or '‰' or '°' or '٪' => WordPart.Alone,
            _ when (c is '.' or ',' or ':' or '/' or '٫' or '٬') && length > 0 && isBeforeDigit && char.IsDigit(text[i - 1]) => WordPart.Inside,
            _ => WordPart.Between,
        };
    }

    private static bool IsDash(char c) => c is '-' or '\u2212' || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    private static void End(StringBuilder word, List<string> words)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    private enum WordPart
    {
        Nothing,
        Inside,
        Alone,
        Between,
    }
}
