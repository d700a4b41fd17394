using System.Globalization;
using DigestBot.Chat;

namespace DigestBot.Adapters.Discord;

/// <summary>Lines of Discord's markdown. Each begins with its mark, and then runs in the direction of the bot's language.</summary>
internal sealed class DiscordLines(Phrases phrases)
{
    private const int LongestQuote = 3500;
    private const char RightToLeftIsolate = '\u2067';

    public string Body(string text) => Markdown("", DiscordText.EscapeLine(text));

    public string Bold(string text) => text.Length == 0 ? "" : Markdown("", $"**{DiscordText.Escape(text)}**");

    /// <summary>Small and grey.</summary>
    public string Muted(string text) => Markdown("-# ", DiscordText.EscapeLine(text));

    /// <summary>A sentence of news, never cut: one that hardly any message could hold is named instead.</summary>
    /// <param name="sentence">As it stands in the article.</param>
    /// <param name="after">Markdown of ours that follows it.</param>
    public string Quote(string sentence, string after = "")
    {
        string line = Markdown("> ", DiscordText.EscapeLine(phrases.Quote(sentence)) + after);
        return line.Length <= LongestQuote ? line : Body(phrases.QuoteTooLong(sentence.Length));
    }

    /// <summary>A line of the terminal's layout, each span by its role.</summary>
    public string Of(TextLine line)
    {
        string text = line.ToString();
        return line.Spans.Select(span => span.Role).FirstOrDefault() switch
        {
            _ when text.Length == 0 => "",
            TextRole.Heading or TextRole.Title => Bold(text),
            TextRole.Muted => Muted(text),
            TextRole.Quote => Markdown("> ", DiscordText.EscapeLine(text)),
            _ => Body(text),
        };
    }

    /// <summary>A line that is markdown already.</summary>
    /// <remarks>
    /// Clients on phones take the direction of a line from its first strong letter, which the mark is; others run every
    /// line from left to right, and there the isolate keeps this one together.
    /// </remarks>
    public string Markdown(string mark, string markdown) => phrases.RightToLeft
        ? $"{mark}{Bidi.RightToLeftMark}{RightToLeftIsolate}{markdown}{Bidi.PopDirectionalIsolate}"
        : mark + markdown;

    /// <summary>An instant, which each reader sees in the zone and the words of their own client.</summary>
    /// <param name="instant">To the second.</param>
    /// <param name="style">One letter of Discord's: t is the time of day, f is date and time.</param>
    public static string Time(DateTimeOffset instant, char style) =>
        string.Create(CultureInfo.InvariantCulture, $"<t:{instant.ToUnixTimeSeconds()}:{style}>");
}
