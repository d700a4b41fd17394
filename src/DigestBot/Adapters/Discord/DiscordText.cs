using System.Buffers;
using System.Globalization;
using System.Text;
using DigestBot.Chat;

namespace DigestBot.Adapters.Discord;

/// <summary>Escapes text so that Discord shows it exactly as it is: it pings nobody, links nowhere and has no layout of its own.</summary>
/// <remarks>
/// Invariant: dropping each backslash before a punctuation mark gives the text back, as <see cref="VisibleText"/> shows it.
/// Nothing is inserted that stays in a copy, such as a zero-width space: that nobody is pinged is settled by what is sent
/// along (no allowed mentions) and by where the text stands (an embed never pings).
/// </remarks>
internal static class DiscordText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[<>#|~@");

    /// <summary>Escapes text that stands within a line.</summary>
    public static string Escape(string text)
    {
        string visible = VisibleText.Of(text);
        var escaped = new StringBuilder(visible.Length + 16);
        for (int i = 0; i < visible.Length; i++)
        {
            if (Special.Contains(visible[i]) || MarkdownText.BeginsName(visible, i) || BeginsAddress(visible, i) || EndsLabel(visible, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(visible[i]);
        }

        return escaped.ToString();
    }

    /// <summary>Escapes text that begins a line, where a dash or a number would begin a list.</summary>
    public static string EscapeLine(string text)
    {
        string inline = Escape(text);
        int start = inline.Length - inline.TrimStart().Length;
        int end = start + inline.AsSpan(start).IndexOfAnyExceptInRange('0', '9');
        return start < inline.Length && inline[start] is '-' or '+' ? inline.Insert(start, "\\")
            : end > start && inline[end] is '.' or ')' ? inline.Insert(end, "\\")
            : inline;
    }

    /// <summary>
    /// Whether text can stand between the brackets of a link. Discord shows backslashes there and refuses addresses, so
    /// nothing that would need escaping may.
    /// </summary>
    public static bool IsLabel(string text) =>
        text.Any(char.IsLetterOrDigit) && text.EnumerateRunes().All(rune => Rune.IsLetterOrDigit(rune) || IsMark(rune) || IsQuiet(rune));

    // Punctuation that names are written with and that means nothing to Discord.
    private static bool IsQuiet(Rune rune) => rune.IsBmp && " .,'’&-–()".Contains((char)rune.Value, StringComparison.Ordinal);

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Where a link of ours comes before it, its label could be taken to end here.
    private static bool EndsLabel(string text, int bracket) => text[bracket] == '(' && bracket > 0 && text[bracket - 1] == ']';

    // An address without its scheme: "www." and, because of invitations such as discord.gg/x, whatever has a path.
    private static bool BeginsAddress(string text, int dot)
    {
        if (text[dot] != '.')
        {
            return false;
        }

        int end = dot + 1;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return MarkdownText.EndsWww(text, dot) || (end > dot + 1 && end < text.Length && text[end] == '/');
    }
}
