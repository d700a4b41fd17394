using System.Globalization;
using System.Text;

namespace DigestBot.Schedules.Time;

/// <summary>Brings typed words to one form: small, without accents, with plain digits, dashes and single spaces.</summary>
internal static class Plain
{
    /// <summary>Nothing that is meant seriously is longer.</summary>
    public const int Longest = 500;

    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char c in Decomposed(text))
        {
            Append(plain, c);
        }

        return plain.ToString().TrimEnd();
    }

    private static void Append(StringBuilder plain, char c)
    {
        switch (CharUnicodeInfo.GetUnicodeCategory(c))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Surrogate:
                break;
            case UnicodeCategory.DecimalDigitNumber:
                plain.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
                break;
            case UnicodeCategory.DashPunctuation:
            case UnicodeCategory.MathSymbol when c == '\u2212':
                plain.Append('-');
                break;
            case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                plain.Append(plain.Length > 0 && plain[^1] != ' ' ? " " : "");
                break;
            default:
                plain.Append(Letter(c));
                break;
        }
    }

    // Letters that Unicode does not take apart, and other forms of punctuation.
    private static string Letter(char c) => c switch
    {
        'ß' => "ss",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' => "d",
        'ı' or 'İ' => "i",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        '’' or '‘' or 'ʼ' => "'",
        '،' or '、' or '，' => ",",
        '؛' or '；' => ";",
        '：' => ":",
        'ى' => "ي",
        'ة' => "ه",
        'ـ' => "",
        _ => char.ToLowerInvariant(c).ToString(),
    };

    private static string Decomposed(string text)
    {
        string cut = text.Length > Longest ? text[..Longest] : text;

        // Half a character cannot be normalized, and means nothing.
        return string.Concat(cut.Where(c => !char.IsSurrogate(c))).Normalize(NormalizationForm.FormD);
    }
}
