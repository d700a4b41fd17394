using System.Globalization;
using System.Text;

namespace DigestBot.Ingest;

/// <summary>Normalizes text once, at intake. What comes out is stored, and every offset of a quote refers to it.</summary>
/// <remarks>
/// Both databases keep the result unchanged: no NUL, no lone surrogate. Nothing in it can hide or reorder what a reader
/// sees: no control, bidirectional, tag or private formatting characters. ZWJ and ZWNJ stay, because scripts need them.
/// </remarks>
internal static class NewsText
{
    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';
    private const char ReplacementCharacter = '\uFFFD';

    /// <summary>One line: white space of any kind becomes one space.</summary>
    public static string Line(string text) => Clean(text, keepLines: false);

    /// <summary>Paragraphs: runs of blank lines become one, trailing spaces go.</summary>
    public static string Body(string text) => Clean(text, keepLines: true);

    private static string Clean(string text, bool keepLines)
    {
        var clean = new StringBuilder(text.Length);
        int newLines = 0;
        bool space = false;
        for (int i = 0; i < text.Length; i += RuneLength(text, i))
        {
            char c = text[i];
            if (c == '\n' || (c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')) || c is '\u2028' or '\u2029' or '\u0085')
            {
                newLines++;
            }
            else if (char.IsWhiteSpace(c))
            {
                space = true;
            }
            else if (Keeps(text, i))
            {
                AppendGap(clean, space, newLines, keepLines);
                (newLines, space) = (0, false);
                AppendRune(clean, text, i);
            }
        }

        return clean.ToString();
    }

    private static void AppendGap(StringBuilder clean, bool space, int newLines, bool keepLines)
    {
        if (clean.Length == 0)
        {
            return;
        }

        if (keepLines && newLines > 0)
        {
            clean.Append(newLines > 1 ? "\n\n" : "\n");
        }
        else if (space || newLines > 0)
        {
            clean.Append(' ');
        }
    }

    private static bool Keeps(string text, int index)
    {
        char c = text[index];
        if (c < 0x7F)
        {
            return c >= ' ';
        }

        return c is ZeroWidthJoiner or ZeroWidthNonJoiner || CharUnicodeInfo.GetUnicodeCategory(text, index) is not
            (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
    }

    private static void AppendRune(StringBuilder clean, string text, int index)
    {
        if (!char.IsSurrogate(text[index]))
        {
            clean.Append(text[index]);
        }
        else if (RuneLength(text, index) == 2)
        {
            clean.Append(text, index, 2);
        }
        else
        {
            clean.Append(ReplacementCharacter);
        }
    }

    private static int RuneLength(string text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? 2 : 1;
}
