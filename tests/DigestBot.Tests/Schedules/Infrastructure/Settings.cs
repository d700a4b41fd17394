using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Schedules.Infrastructure;

/// <summary>Schedules as tests want them.</summary>
internal static class Settings
{
    /// <summary>Every day at these times, caught up within six hours.</summary>
    public static ScheduleSettings Daily(string name, string zone, params TimeOnly[] times) => new(
        name,
        Topic: null,
        [.. times.Select((time, number) => new PostingTime(number, time))],
        Weekdays.All,
        zone,
        Stories: null,
        IfEmpty.Skip,
        CatchUp: TimeSpan.FromHours(6),
        Quiet: null,
        MentionRole: null);
}
