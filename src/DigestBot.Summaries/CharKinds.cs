using System.Globalization;

namespace DigestBot.Summaries;

/// <summary>The kind of every UTF-16 code unit, from the runtime's own Unicode data.</summary>
internal static class CharKinds
{
    private static readonly CharKind[] Table = Build();

    public static CharKind Of(char c) => Table[c];

    public static bool IsWordPart(char c) => Table[c] is CharKind.Letter or CharKind.Digit;

    private static CharKind[] Build()
    {
        var table = new CharKind[char.MaxValue + 1];
        for (int c = 0; c < table.Length; c++)
        {
            table[c] = Classify((char)c);
        }

        return table;
    }

    private static CharKind Classify(char c) => c switch
    {
        '\u00AD' or '\u200C' or '\u200D' or '\u0640' => CharKind.Mark,
        '\u02BC' => CharKind.Separator, // a letter to Unicode, an apostrophe to writers
        _ => CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.DecimalDigitNumber => CharKind.Digit,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter => CharKind.Letter,
            UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => IsUnspaced(c) ? CharKind.Ideograph : CharKind.Letter,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => CharKind.Mark,
            _ => CharKind.Separator,
        },
    };

    // Thai to Tibetan, Myanmar, Hangul jamo, Khmer; kana and CJK; Hangul; compatibility ideographs; half-width kana.
    private static bool IsUnspaced(char c) => c is
        >= '\u0E00' and <= '\u0FFF' or >= '\u1000' and <= '\u109F' or >= '\u1100' and <= '\u11FF' or
        >= '\u1780' and <= '\u17FF' or >= '\u3005' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or
        >= '\uF900' and <= '\uFAFF' or >= '\uFF66' and <= '\uFFDC';
}
