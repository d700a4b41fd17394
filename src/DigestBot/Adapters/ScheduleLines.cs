using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Schedules.Time;
using DigestBot.Store.Ledger;

namespace DigestBot.Adapters;

/// <summary>Lays schedules and their runs out as plain lines; the last line says what to do next.</summary>
internal static class ScheduleLines
{
    private const int Indent = 2;

    public static IReadOnlyList<TextLine> Lay(Reply.OfSchedules found, Reader reader) => found.Schedules.Count == 0
        ? [TextLine.Of(reader.Phrases.SchedulesNone), Next(found.Next)]
        :
        [
            TextLine.Of(reader.Phrases.SchedulesFound(found.Schedules.Count), TextRole.Heading),
            .. found.Schedules.SelectMany(schedule => Brief(schedule, reader)),
            Next(found.Next),
        ];

    public static IReadOnlyList<TextLine> Lay(Reply.OfSchedule shown, Reader reader) =>
    [
        shown.Done is { } done
            ? TextLine.Of(done)
            : TextLine.Of(reader.Phrases.Insert(shown.Schedule.Settings.Name), TextRole.Heading),
        .. Whole(shown.Schedule, reader),
        Next(shown.Next),
    ];

    public static IReadOnlyList<TextLine> Lay(Reply.OfRemovedSchedule removed, Reader reader) =>
        [TextLine.Of(reader.Phrases.ScheduleRemoved(removed.Schedule.Settings.Name)), Next(removed.Next)];

    public static IReadOnlyList<TextLine> Lay(Reply.OfPreview shown, Reader reader)
    {
        ScheduleSettings settings = shown.Schedule.Settings;
        UpcomingRuns upcoming = shown.Upcoming;
        if (upcoming.Runs.Count == 0)
        {
            return [TextLine.Of(reader.Phrases.PreviewNone(settings.Name)), Next(shown.Next)];
        }

        return
        [
            TextLine.Of(reader.Phrases.PreviewHeading(settings.Name), TextRole.Heading),
            TextLine.Of(ScheduleText.When(settings, reader.Phrases), TextRole.Muted, Indent, Indent),
            .. upcoming.Runs.SelectMany((run, i) => Run(run, first: i == 0, shown.Schedule, reader)),
            .. upcoming.Coming is { } change ? [Change(change, settings, reader)] : (TextLine[])[],
            Next(shown.Next),
        ];
    }

    public static IReadOnlyList<TextLine> Lay(Reply.OfHistory shown, Reader reader)
    {
        ScheduleSettings settings = shown.Schedule.Settings;
        Reader there = Reader.In(reader.Phrases, settings.Zone, reader.Clock);
        return shown.Runs.Count == 0
            ? [TextLine.Of(reader.Phrases.HistoryNone(settings.Name)), Next(shown.Next)]
            :
            [
                TextLine.Of(reader.Phrases.HistoryHeading(settings.Name), TextRole.Heading),
                .. shown.Runs.Select(run => TextLine.Of(RunText.Line(run, there), indent: Indent, hang: Indent)),
                Next(shown.Next),
            ];
    }

    public static IReadOnlyList<TextLine> Lay(Reply.OfRun shown, Reader reader) =>
    [
        TextLine.Of(shown.Waits ?? $"{reader.Phrases.Insert(shown.Schedule.Settings.Name)}: {RunText.Outcome(shown.Run, reader.Phrases)}"),
        Next(shown.Next),
    ];

    private static TextLine Next(string sentence) => TextLine.Of(sentence, TextRole.Muted);

    private static IEnumerable<TextLine> Brief(Schedule schedule, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        string[] head = [phrases.Insert(schedule.Settings.Name), ScheduleText.Topic(schedule.Settings, phrases), ScheduleText.State(schedule, phrases)];
        return
        [
            TextLine.Of(string.Join(" · ", head), TextRole.Title, Indent, Indent),
            TextLine.Of(ScheduleText.When(schedule.Settings, phrases), indent: 2 * Indent, hang: Indent),
            TextLine.Of(NextRun(schedule, reader), TextRole.Muted, 2 * Indent),
        ];
    }

    private static IEnumerable<TextLine> Whole(Schedule schedule, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        ScheduleSettings settings = schedule.Settings;
        string topic = settings is { Story: null, Topic: { } about } ? phrases.ScheduleSubject(about) : ScheduleText.Topic(settings, phrases);
        yield return TextLine.Of(topic, indent: Indent, hang: Indent);
        yield return TextLine.Of(ScheduleText.When(settings, phrases), indent: Indent, hang: Indent);
        yield return TextLine.Of(phrases.ScheduleWhere(schedule.Channel.Address.ToString()), indent: Indent, hang: Indent);
        yield return TextLine.Of(string.Join(" · ", ScheduleText.Options(settings, phrases)), TextRole.Muted, Indent, Indent);
        if (schedule.Channel is { IsParked: true, ParkedReason: var why })
        {
            yield return TextLine.Of(phrases.ScheduleParked(why ?? ""), TextRole.Warning, Indent, Indent);
        }

        yield return TextLine.Of(NextRun(schedule, reader), indent: Indent, hang: Indent);
    }

    private static string NextRun(Schedule schedule, Reader reader)
    {
        if (schedule.Paused || schedule.NextDue is not { } due)
        {
            return schedule.Paused ? reader.Phrases.ScheduleNextPaused : reader.Phrases.ScheduleNextNone;
        }

        string next = reader.Phrases.ScheduleNext(ScheduleText.Moment(due, schedule.Settings, reader));
        return schedule.SkipNext ? $"{next} · {reader.Phrases.PreviewLeftOut}" : next;
    }

    // A clock change stands where it happens.
    private static IEnumerable<TextLine> Run(UpcomingRun run, bool first, Schedule schedule, Reader reader)
    {
        string moment = ScheduleText.Moment(run.Slot.Due, schedule.Settings, reader);
        string? note = Note(run, first, schedule, reader.Phrases);
        return
        [
            .. run.Changes.Select(change => Change(change, schedule.Settings, reader)),
            TextLine.Of(note is null ? moment : $"{moment} · {note}", indent: Indent, hang: Indent),
        ];
    }

    private static string? Note(UpcomingRun run, bool first, Schedule schedule, Phrases phrases) => run.Slot.Shift switch
    {
        _ when schedule.Paused => phrases.PreviewPaused,
        _ when first && schedule.SkipNext => phrases.PreviewLeftOut,
        _ when run.Quiet => phrases.RunSkipped(phrases.SkippedQuietHours),
        SlotShift.Skipped => phrases.PreviewMissing(ClockText.Show(run.Slot.Posting.Time)),
        SlotShift.Repeated => phrases.PreviewTwice(ClockText.Show(run.Slot.Posting.Time)),
        _ => null,
    };

    private static TextLine Change(ClockChange change, ScheduleSettings settings, Reader reader)
    {
        string date = Reader.In(reader.Phrases, settings.Zone, reader.Clock).Moment(change.At);
        (string from, string to) = (ScheduleText.Offset(change.Before), ScheduleText.Offset(change.After));
        string sentence = change.After > change.Before
            ? reader.Phrases.ClockForward(settings.Zone, date, from, to)
            : reader.Phrases.ClockBack(settings.Zone, date, from, to);
        return TextLine.Of($"{sentence} {reader.Phrases.ClockStays}", TextRole.Warning, Indent, Indent);
    }
}
