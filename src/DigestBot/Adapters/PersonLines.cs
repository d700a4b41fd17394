using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Store;

namespace DigestBot.Adapters;

/// <summary>Lays out what is kept of a person as plain lines.</summary>
internal static class PersonLines
{
    private const int Indent = 2;

    public static IReadOnlyList<TextLine> Lay(Reply.OfPerson shown, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        Holdings held = shown.Holdings;
        Person settings = held.Settings;
        string language = phrases.LanguageName(shown.Language);
        return
        [
            shown.Done is { } done ? TextLine.Of(done) : TextLine.Of(phrases.MeHeading, TextRole.Heading),
            Line(phrases.SettingsZone(settings.TimeZone ?? phrases.MeAsHere(shown.SpaceZone))),
            Line(phrases.SettingsLanguage(settings.Language is null ? phrases.MeAsHere(language) : language)),
            Line(settings.CaughtUpAt is { } at ? phrases.MeCaughtUp(reader.Moment(at)) : phrases.MeNotCaughtUp),
            Line(phrases.MeHeld(held.Conversations.Count, held.Opinions.Count, held.Schedules.Count)),
            Line(held.Follows.Count == 0 ? phrases.MeFollowsNone : phrases.MeFollows(phrases.List([.. held.Follows.Select(follow => Follow(follow, phrases))]))),
            .. held.Quiet is { } quiet ? [Line(phrases.MeQuiet($"{quiet.From}–{quiet.To}"))] : (TextLine[])[],
            TextLine.Of(phrases.MeNext, TextRole.Muted),
        ];
    }

    /// <summary>The document line by line; blanks at a line's beginning are its depth.</summary>
    public static IReadOnlyList<TextLine> Lay(Reply.OfHoldings held) => [.. held.Document.Split('\n').Select(OfDocument)];

    private static string Follow(HeldFollow follow, Phrases phrases) =>
        follow.Story is not null ? follow.Headline is { } headline ? phrases.StoryFollowedNamed(headline) : phrases.StoryFollowed
        : follow.Topic.Length > 0 ? follow.Topic : phrases.AllNews;

    private static TextLine OfDocument(string line)
    {
        string text = line.TrimStart(' ');
        int depth = line.Length - text.Length;
        return TextLine.Of(text, indent: depth, hang: depth);
    }

    private static TextLine Line(string text) => TextLine.Of(text, indent: Indent, hang: Indent);
}
