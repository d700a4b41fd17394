using System.Globalization;
using System.Text;

namespace DigestBot.Ingest.Reading;

/// <summary>Puts dates written in other digits and scripts into the form that the parsers know: "٣ مارس ٢٠٢٦", "2026年3月3日".</summary>
internal static class DateScripts
{
    // The Levant names four months with two words.
    private static readonly (string Written, string Known)[] Words =
    [
        ("كانون الثاني", "يناير"),
        ("تشرين الأول", "أكتوبر"),
        ("تشرين الثاني", "نوفمبر"),
        ("كانون الأول", "ديسمبر"),
        ("星期日", " "),
        ("年", "-"),
        ("月", "-"),
        ("日", " "),
        ("上午", " am "),
        ("午前", " am "),
        ("下午", " pm "),
        ("午後", " pm "),
        ("،", " "),
    ];

    public static string ToKnown(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        string known = string.Create(text.Length, text, static (digits, source) =>
        {
            for (int i = 0; i < source.Length; i++)
            {
                int value = CharUnicodeInfo.GetDecimalDigitValue(source[i]);
                digits[i] = value >= 0 ? (char)('0' + value) : source[i];
            }
        });
        foreach ((string written, string word) in Words)
        {
            known = known.Replace(written, word, StringComparison.Ordinal);
        }

        return known.Trim();
    }
}
