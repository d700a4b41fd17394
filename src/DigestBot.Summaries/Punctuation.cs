namespace DigestBot.Summaries;

/// <summary>The marks that end, close and open sentences.</summary>
internal static class Punctuation
{
    /// <summary>Stops of scripts in which no space need follow.</summary>
    public static bool IsFullWidthStop(char c) => c is '\u3002' or '\uFF01' or '\uFF1F' or '\uFF61' or '\uFE52';

    /// <summary>Stops that are never part of an abbreviation or a number.</summary>
    public static bool IsPlainStop(char c) => c is
        '!' or '?' or '\u2026' or '\u203D' or '\u2047' or '\u2048' or '\u2049' // Latin
        or '\u061F' or '\u06D4' // Arabic, Urdu
        or '\u0964' or '\u0965' // Hindi
        or '\u0589' or '\u1362' or '\u104B' or '\u17D4'; // Armenian, Amharic, Burmese, Khmer

    public static bool IsStop(char c) => c == '.' || IsPlainStop(c) || IsFullWidthStop(c);

    /// <summary>Brackets and quotes that belong to the sentence whose stop they follow.</summary>
    public static bool IsCloser(char c) => c is
        ')' or ']' or '}' or '"' or '\'' or '\u201D' or '\u2019' or '\u00BB' or '\u203A'
        or '\u300D' or '\u300F' or '\uFF09' or '\u3011' or '\u300B' or '\u3009' or '\uFF02' or '\u201C';

    /// <summary>Brackets and quotes with which a sentence may begin.</summary>
    public static bool IsOpener(char c) => c is
        '(' or '[' or '{' or '"' or '\'' or '\u201C' or '\u2018' or '\u00AB' or '\u2039' or '\u201E' or '\u201A' or '`'
        or '\u300C' or '\u300E' or '\uFF08' or '\u00BF' or '\u00A1' or '*' or '_';

    public static bool IsBullet(char c) => c is '\u2022' or '\u25CF' or '\u25AA' or '\u2023' or '\u00B7' or '*';

    public static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085';
}
