using DigestBot.Summaries;

namespace DigestBot.Store;

/// <summary>Stands in the index beside an article's terms and says what it is written in.</summary>
/// <remarks>
/// What the text shows comes first, as far as it can be told; otherwise it is what the publisher says. It begins with an
/// underscore, which no term does.
/// </remarks>
internal static class LanguageToken
{
    private const int Shortest = 2;
    private const int Longest = 3;

    /// <summary>Of a language by its code of two or three letters.</summary>
    public static string Of(string code) => $"_l{code}";

    /// <summary>Code of an article's language; null where nobody says and the text does not show it.</summary>
    /// <param name="declared">BCP 47 tag as stored, or null.</param>
    /// <param name="told">By which rules the text was read.</param>
    public static string? CodeOf(string? declared, TextLanguage told) => told switch
    {
        TextLanguage.German => "de",
        TextLanguage.French => "fr",
        TextLanguage.Spanish => "es",
        TextLanguage.Italian => "it",
        TextLanguage.Portuguese => "pt",
        TextLanguage.Dutch => "nl",
        _ => Declared(declared),
    };

    private static string? Declared(string? tag)
    {
        string code = (tag ?? "").Trim().Split('-', '_')[0].ToLowerInvariant();
        return code.Length is >= Shortest and <= Longest && code.All(char.IsAsciiLetterLower) ? Usual(code) : null;
    }

    // Both ways of writing Norwegian, and codes that are no longer used.
    private static string Usual(string code) => code switch
    {
        "nb" or "nn" => "no",
        "iw" => "he",
        "in" => "id",
        _ => code,
    };
}
