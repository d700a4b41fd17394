using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Schedules.Time;

/// <summary>Settings of schedules that post every day, unless a test says otherwise.</summary>
internal static class TimeSettings
{
    public static ScheduleSettings Of(string zone, params IEnumerable<TimeOnly> times) => new(
        "morning",
        null,
        [.. times.Order().Select((time, number) => new PostingTime(number, time))],
        Weekdays.All,
        zone,
        null,
        IfEmpty.Skip,
        TimeSpan.Zero,
        null,
        null);
}
