using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Schedules.Time;
using DigestBot.Store.Ledger;

namespace DigestBot.Adapters;

/// <summary>Lays out what a person follows as plain lines; the last line says what to do next.</summary>
internal static class FollowLines
{
    private const int Indent = 2;

    public static IReadOnlyList<TextLine> Lay(Reply.OfFollows shown, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        string heading = shown.Follows.Count == 0 ? phrases.FollowsNone : phrases.FollowsFound(shown.Follows.Count);
        return
        [
            .. shown.Done is { } done ? [TextLine.Of(done)] : (TextLine[])[],
            .. shown.IsOne ? (TextLine[])[] : [TextLine.Of(heading, TextRole.Heading)],
            .. shown.Follows.SelectMany((schedule, i) => Follow(schedule, shown.IsOne ? "" : $"{i + 1} · ", shown, phrases)),
            .. shown.Quiet is { } quiet ? [TextLine.Of(Hours(quiet, phrases), indent: Indent, hang: Indent)] : (TextLine[])[],
            TextLine.Of(shown.Next, TextRole.Muted),
        ];
    }

    /// <summary>When nothing is sent, in one sentence.</summary>
    public static string Hours(QuietHours quiet, Phrases phrases) =>
        phrases.MeQuiet($"{ClockText.Show(quiet.From)}–{ClockText.Show(quiet.To)}");

    /// <summary>What is followed, in a few words.</summary>
    public static string Subject(Schedule schedule, Reply.OfFollows shown, Phrases phrases) =>
        shown.Headlines.TryGetValue(schedule.Id, out string? headline)
            ? phrases.StoryFollowedNamed(headline)
            : ScheduleText.Topic(schedule.Settings, phrases);

    private static IEnumerable<TextLine> Follow(Schedule schedule, string number, Reply.OfFollows shown, Phrases phrases)
    {
        string topic = $"{number}{Subject(schedule, shown, phrases)}";
        yield return TextLine.Of(
            schedule is { Paused: false, Channel.IsParked: false } ? topic : $"{topic} · {phrases.ScheduleStatePaused}", TextRole.Title, Indent, Indent);
        yield return TextLine.Of(ScheduleText.When(schedule.Settings, phrases), TextRole.Muted, 2 * Indent, Indent);
    }
}
