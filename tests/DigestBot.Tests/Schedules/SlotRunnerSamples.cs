using DigestBot.Chat;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Schedules;

/// <summary>Slots as a worker has taken them, with as much as a test does not care about filled in.</summary>
internal static class SlotRunnerSamples
{
    /// <summary>Eight o'clock on a Monday in London.</summary>
    public static readonly DateTimeOffset Eight = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static ScheduleSettings Settings { get; } = new(
        "Morning",
        null,
        [new(0, new TimeOnly(8, 0))],
        Weekdays.All,
        "Europe/London",
        null,
        IfEmpty.Skip,
        TimeSpan.FromHours(2),
        null,
        null);

    public static TakenOccurrence Taken(
        ScheduleSettings? settings = null, DateTimeOffset? due = null, DateTimeOffset? covered = null, bool byHand = false, bool late = false)
    {
        var space = new Space(1, "discord:1", "Etc/UTC", null);
        var channel = new Channel(1, 1, new ChannelRef(ChatPlatform.Discord, "11"), null, null, null, 0, null);
        var schedule = new Schedule(
            1, space, channel, settings ?? Settings, Paused: false, SkipNext: false, "discord:11", "person", Eight.AddDays(-30), Eight, null, covered, 1);
        return new TakenOccurrence(
            1, 1, 1, byHand ? "now/2026-03-02T08:00:00.000Z" : "2026-03-02/0", due ?? Eight, late, schedule, ScheduleRemoved: false);
    }
}
