using System.Buffers;

namespace DigestBot.Summaries;

/// <summary>Where a report comes from, before its first sentence: "BAGHDAD (Reuters) -", "PARIS, Jan. 5 \u2014", "(CNN) --".</summary>
internal static class Dateline
{
    private const int MaxLength = 80;

    private static readonly SearchValues<char> NeverInNames = SearchValues.Create("\"\u201C\u201D!?;:");

    /// <summary>Offset behind the dateline that begins here, white space included; the start itself where none does.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        if (start >= text.Length || !(char.IsUpper(text[start]) || text[start] == '('))
        {
            return start;
        }

        ReadOnlySpan<char> rest = text[start..Math.Min(text.Length, start + MaxLength)];
        int dash = DashIn(rest, out int width);
        if (dash <= 0 || !IsPlace(rest[..dash]))
        {
            return start;
        }

        int end = start + dash + width;
        while (end < text.Length && text[end] is ' ' or '\u00A0')
        {
            end++;
        }

        return end >= text.Length || OpensSentence(text[end]) ? end : start;
    }

    /// <summary>Whether a span is a dateline and nothing more.</summary>
    public static bool IsWhole(ReadOnlySpan<char> span)
    {
        if (span[^1] is not ('-' or '\u2013' or '\u2014'))
        {
            return false;
        }

        int end = EndOf(span, 0);
        return end == span.Length || (end > 0 && EndOf(span, end) == span.Length);
    }

    // A hyphen between letters belongs to a name (Aix-en-Provence), one at a word to tokenized text (-LRB-).
    private static int DashIn(ReadOnlySpan<char> text, out int width)
    {
        width = 1;
        for (int i = 1; i < text.Length; i++)
        {
            bool hyphen = text[i] == '-' && (text[i - 1] is ' ' or ')');
            bool twice = hyphen && i + 1 < text.Length && text[i + 1] == '-';
            width = twice ? 2 : 1;
            bool apart = i + width >= text.Length || text[i + width] is ' ' or '\u00A0';
            if ((text[i] is '\u2014' or '\u2013') || (hyphen && (twice || apart)))
            {
                return i;
            }

            if (char.IsControl(text[i]))
            {
                break;
            }
        }

        return -1;
    }

    // Capitals with or without an agency in brackets, or a name with one.
    private static bool IsPlace(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> place = text.TrimEnd();
        int bracket = place.IndexOf('(');
        if (bracket < 0)
        {
            return IsInCapitals(place[..WordsEnd(place)]) && NamesOnly(place);
        }

        bool closed = place[^1] == ')' && place.Length - bracket is > 3 and <= 30 && place[(bracket + 1)..].IndexOf('(') < 0;
        return closed && IsAgency(place[(bracket + 1)..^1].Trim()) && NamesOnly(place[..bracket]);
    }

    private static bool IsAgency(ReadOnlySpan<char> name) =>
        !name.IsEmpty && (char.IsUpper(name[0]) || name is "dpa" or "sda" or "apa" or "afp" or "ots");

    // The place ends at a comma; a date may follow.
    private static int WordsEnd(ReadOnlySpan<char> place)
    {
        int comma = place.IndexOf(',');
        return comma < 0 ? place.Length : comma;
    }

    private static bool IsInCapitals(ReadOnlySpan<char> text)
    {
        int capitals = 0;
        foreach (char c in text)
        {
            if (char.IsLower(c) || char.IsDigit(c))
            {
                return false;
            }

            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals >= 3;
    }

    // Names, numbers, and months as other languages write them: no word of a sentence.
    private static bool NamesOnly(ReadOnlySpan<char> text)
    {
        int small = 0;
        foreach (Range range in text.Split(' '))
        {
            ReadOnlySpan<char> word = text[range];
            small += !word.IsEmpty && char.IsLower(word[0]) ? 1 : 0;
            if (word.ContainsAny(NeverInNames))
            {
                return false;
            }
        }

        return small <= 1;
    }

    private static bool OpensSentence(char c) => char.IsUpper(c) || char.IsDigit(c) || Punctuation.IsOpener(c) || c is '$' or '\u20AC' or '\u00A3';
}
