using System.Globalization;
using System.Text;
using DigestBot.Chat;

namespace DigestBot.Adapters.Teams;

/// <summary>Escapes text for messages, which Teams reads as Markdown and as HTML at once.</summary>
/// <remarks>
/// Everything that either could read is written as a numeric entity, which both give back as it is and neither takes for
/// markup. Invariant: decoding the entities gives the text back, as <see cref="VisibleText"/> shows it.
/// </remarks>
internal static class TeamsText
{
    // The brackets are those of links and of citations.
    private const string Special = "\\`*_{}[]<>#|~&\"'^=!$";

    /// <summary>Escapes text that stands within a line.</summary>
    public static string Escape(string text)
    {
        string visible = VisibleText.Of(text);
        var escaped = new StringBuilder(visible.Length + 16);
        foreach (char c in visible)
        {
            if (Special.Contains(c, StringComparison.Ordinal))
            {
                Entity(escaped, c);
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }

    /// <summary>Escapes text that begins a line, where a dash, a number or spaces would begin a list or code.</summary>
    public static string EscapeLine(string text)
    {
        string inline = Escape(text);
        int start = inline.Length - inline.TrimStart().Length;
        int digits = inline.AsSpan(start).IndexOfAnyExceptInRange('0', '9');
        int mark = start + Math.Max(0, digits);
        return mark < inline.Length && (inline[mark] is '.' or ')' || (digits == 0 && inline[mark] is '-' or '+'))
            ? $"{Spaces(inline[..start])}{inline[start..mark]}{Entity(inline[mark])}{inline[(mark + 1)..]}"
            : $"{Spaces(inline[..start])}{inline[start..]}";
    }

    private static string Spaces(string spaces) => string.Concat(spaces.Select(Entity));

    private static string Entity(char c) => string.Create(CultureInfo.InvariantCulture, $"&#{(int)c};");

    private static void Entity(StringBuilder text, char c) => text.Append(Entity(c));
}
