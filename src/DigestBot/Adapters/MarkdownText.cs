using System.Text;

namespace DigestBot.Adapters;

/// <summary>Escapes text so that Markdown shows it exactly as it is.</summary>
/// <remarks>
/// Invariant: undoing it (drop each backslash before a punctuation mark and each <c>&amp;#8203;</c> after an @) gives the
/// text back.
/// </remarks>
internal static class MarkdownText
{
    /// <summary>A zero-width space after @, so that nobody is notified by a headline.</summary>
    private const string MentionBreak = "&#8203;";

    private const string Special = "\\`*_{}[]<>#|~&$^=!";

    /// <summary>Escapes text that begins a paragraph, where a dash or a number would begin a list.</summary>
    public static string EscapeParagraph(string text)
    {
        string inline = Escape(text.TrimStart());
        int digits = inline.TakeWhile(char.IsAsciiDigit).Count();
        return inline is ['-' or '+', ..] ? $"\\{inline}"
            : digits > 0 && digits < inline.Length && inline[digits] is '.' or ')' ? inline.Insert(digits, "\\")
            : inline;
    }

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            if (Special.Contains(text[i], StringComparison.Ordinal) || EndsWww(text, i) || BeginsName(text, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(text[i]);
            if (text[i] == '@')
            {
                escaped.Append(MentionBreak);
            }
        }

        return escaped.ToString();
    }

    /// <summary>A link of ours around outside text; only text where the address must not be followed.</summary>
    public static string Link(string text, string address) => WebAddress.Of(address) is { } uri
        ? $"[{Escape(text)}](<{Encode(uri.AbsoluteUri)}>) ({Escape(uri.Host)})"
        : $"{Escape(text)} ({Escape(address)})";

    // "www." alone already makes a link in GitHub's dialect.
    public static bool EndsWww(string text, int dot) => text[dot] == '.' && dot >= 3
        && text.AsSpan(dot - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);

    // A colon begins a picture's name (":smile:") or, before slashes, makes a link; before a space or in a time of day
    // such as 07:30 it means nothing (no picture is named by two digits).
    public static bool BeginsName(string text, int at)
    {
        if (text[at] != ':' || at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text.AsSpan(at + 1);
        bool time = at > 0 && char.IsAsciiDigit(text[at - 1])
            && rest.Length >= 2 && char.IsAsciiDigit(rest[0]) && char.IsAsciiDigit(rest[1])
            && (rest.Length == 2 || !char.IsAsciiDigit(rest[2]));
        return !time;
    }

    private static string Encode(string address) => address
        .Replace("\\", "%5C", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal)
        .Replace(">", "%3E", StringComparison.Ordinal)
        .Replace("&", "&amp;", StringComparison.Ordinal);
}
