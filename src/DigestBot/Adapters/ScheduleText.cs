using System.Globalization;
using DigestBot.Chat;
using DigestBot.Schedules.Time;
using DigestBot.Store.Ledger;

namespace DigestBot.Adapters;

/// <summary>How a schedule is described, in pieces of a line.</summary>
internal static class ScheduleText
{
    /// <summary>The days from Monday on, as a week is written down.</summary>
    private static readonly (Weekdays Day, DayOfWeek Name)[] Week =
    [
        (Weekdays.Monday, DayOfWeek.Monday), (Weekdays.Tuesday, DayOfWeek.Tuesday),
        (Weekdays.Wednesday, DayOfWeek.Wednesday), (Weekdays.Thursday, DayOfWeek.Thursday),
        (Weekdays.Friday, DayOfWeek.Friday), (Weekdays.Saturday, DayOfWeek.Saturday), (Weekdays.Sunday, DayOfWeek.Sunday),
    ];

    public static string Topic(ScheduleSettings settings, Phrases phrases) =>
        settings.Story is not null ? phrases.StoryFollowed : settings.Topic is { } topic ? phrases.Insert(topic) : phrases.AllNews;

    public static string When(ScheduleSettings settings, Phrases phrases) =>
        phrases.ScheduleWhen(Days(settings.Days, phrases), Times(settings, phrases), settings.Zone);

    public static string Days(Weekdays days, Phrases phrases) => days switch
    {
        Weekdays.All => phrases.DaysDaily,
        Weekdays.Workdays => phrases.DaysWorkdays,
        Weekdays.Weekend => phrases.DaysWeekend,
        _ => string.Join(
            phrases.ListSeparator,
            Week.Where(day => days.HasFlag(day.Day)).Select(day => phrases.Culture.DateTimeFormat.GetAbbreviatedDayName(day.Name))),
    };

    public static string Times(ScheduleSettings settings, Phrases phrases) =>
        string.Join(phrases.ListSeparator, settings.Times.Select(posting => ClockText.Show(posting.Time)));

    public static string State(Schedule schedule, Phrases phrases) => schedule switch
    {
        { Channel.IsParked: true } => phrases.ScheduleStateParked,
        { Paused: true } => phrases.ScheduleStatePaused,
        { SkipNext: true } => phrases.ScheduleStateSkips,
        _ => phrases.ScheduleStateOn,
    };

    /// <summary>The instant in the schedule's own zone, with its distance from UTC, which a clock change alters.</summary>
    public static string Moment(DateTimeOffset due, ScheduleSettings settings, Reader reader)
    {
        Reader there = Reader.In(reader.Phrases, settings.Zone, reader.Clock);
        return $"{there.Moment(due)} (UTC{Offset(TimeZoneInfo.ConvertTime(due, there.Zone).Offset)})";
    }

    public static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "−" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);

    /// <summary>A span as it is typed: <c>30m</c>, <c>2h</c>, <c>1h30m</c>.</summary>
    public static string Span(TimeSpan span)
    {
        int hours = (int)span.TotalHours;
        return string.Create(
            CultureInfo.InvariantCulture, $"{(hours > 0 ? $"{hours}h" : "")}{(span.Minutes > 0 ? $"{span.Minutes}m" : "")}");
    }

    /// <summary>What it does beside posting, each as a few words.</summary>
    public static IEnumerable<string> Options(ScheduleSettings settings, Phrases phrases)
    {
        if (settings.Stories is { } stories)
        {
            yield return phrases.ScheduleStories(stories);
        }

        yield return settings.IfEmpty == IfEmpty.Post ? phrases.ScheduleEmptyPost : phrases.ScheduleEmptySkip;
        yield return settings.CatchUp > TimeSpan.Zero
            ? phrases.ScheduleCatchUp(Span(settings.CatchUp))
            : phrases.ScheduleCatchUpNone;
        if (settings.Quiet is { } quiet)
        {
            yield return phrases.ScheduleQuiet($"{ClockText.Show(quiet.From)}–{ClockText.Show(quiet.To)}");
        }

        if (settings.MentionRole is { } role)
        {
            yield return phrases.ScheduleMention(role);
        }
    }
}
