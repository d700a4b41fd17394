using DigestBot.Chat;
using DigestBot.Commands.Status;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Adapters;

/// <summary>Schedules, runs and queues for the layouts to lay out.</summary>
internal static class SampleSchedules
{
    public static Schedule Schedule(
        string name = "morning", string? topic = "iraq", string zone = "Europe/Paris", string? parked = null, bool paused = false) => new(
        17,
        new(2, "discord:1", "Europe/Paris", null),
        Channel(parked),
        new(
            name,
            topic,
            [new(0, new(8, 0)), new(1, new(18, 30))],
            Weekdays.Workdays,
            zone,
            null,
            IfEmpty.Skip,
            TimeSpan.FromHours(2),
            new(new(22, 0), new(7, 0)),
            null),
        paused,
        SkipNext: false,
        "discord:12",
        "discord:77",
        SampleReplies.Noon.AddDays(-3),
        SampleReplies.Noon,
        SampleReplies.Noon.AddHours(5.5),
        null,
        NextNumber: 2);

    public static Occurrence Run(
        OccurrenceState state = OccurrenceState.Delivered,
        SkipReason? skipped = null,
        string? problem = null,
        bool late = false,
        int parts = 1,
        int delivered = 1,
        string slot = "2020-01-06/0") => new(
        4711, 17, slot, SampleReplies.Noon.AddHours(-5), state, skipped, problem, late, null, null, null, parts, delivered, null);

    public static OutboxState Outbox(long dead = 0, string? parked = null) => new(
        3,
        1,
        SampleReplies.Noon.AddMinutes(-10),
        dead,
        1,
        2,
        412,
        parked is null ? [] : [Channel(parked)],
        dead == 0 ? [] : [new("17/2020-01-06/0/1", "morning", Address, SampleReplies.Noon.AddHours(-4), "HTTP 403")]);

    public static BotStatus Status(string text = "morning") => new(
        "1.2.3",
        new(2, 1),
        [Schedule(text), Schedule("evening", paused: true)],
        [new(text, Run()), new("evening", Run(OccurrenceState.Skipped, SkipReason.Empty))],
        9,
        [SampleReplies.Source(failures: 2) with { Name = text, LastError = text }],
        Outbox(1, text),
        new OpinionTotals { Good = 7, Bad = 2 },
        InDetail: true);

    private static ChannelRef Address => new(ChatPlatform.Discord, "12");

    private static Channel Channel(string? parked) => new(
        5, 2, Address, null, parked is null ? null : SampleReplies.Noon.AddDays(-1), parked, 0, null);
}
