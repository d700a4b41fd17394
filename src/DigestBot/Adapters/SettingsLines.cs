using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.Settings;

namespace DigestBot.Adapters;

/// <summary>Lays the settings of a space out as plain lines; the last line says what to do next.</summary>
internal static class SettingsLines
{
    private const int Indent = 2;

    public static IReadOnlyList<TextLine> Lay(Reply.OfSettings shown, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        SpaceSettings settings = shown.Settings;
        string language = settings.Language is { } own
            ? phrases.LanguageName(own)
            : phrases.SettingsLanguageUnset(phrases.LanguageName(settings.UsualLanguage));
        return
        [
            shown.Done is { } done ? TextLine.Of(done) : TextLine.Of(phrases.SettingsHeading, TextRole.Heading),
            Line(phrases.SettingsZone(settings.TimeZone)),
            Line(phrases.SettingsLanguage(language)),
            Line(settings.ManagerRole is { } role ? phrases.SettingsManagerRole(role) : phrases.SettingsManagerRoleUnset),
            TextLine.Of(shown.Next, TextRole.Muted),
        ];
    }

    private static TextLine Line(string text) => TextLine.Of(text, indent: Indent, hang: Indent);
}
