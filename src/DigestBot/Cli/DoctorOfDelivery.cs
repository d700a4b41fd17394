using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Commands.Schedules;
using DigestBot.Store.Ledger;

namespace DigestBot.Cli;

/// <summary>The doctor's look at schedules that cannot post, and at posts that were given up.</summary>
internal static class DoctorOfDelivery
{
    private const string ScheduleCheck = "schedules";
    private const string OutboxCheck = "outbox";

    public static IEnumerable<Finding> Examine(DoctorFacts facts, Phrases phrases) =>
    [
        .. facts.Schedules is { } schedules ? Schedules(schedules, phrases) : [],
        .. facts.Outbox is { } outbox ? [Outbox(outbox, phrases)] : (Finding[])[],
    ];

    private static Finding[] Schedules(IReadOnlyList<Schedule> schedules, Phrases phrases)
    {
        Finding[] wrong =
        [
            .. schedules.Where(schedule => schedule.Channel.IsParked).Select(schedule => Parked(schedule, phrases)),
            .. schedules.Where(schedule => !TimeZoneInfo.TryFindSystemTimeZoneById(schedule.Settings.Zone, out _))
                .Select(schedule => Lost(schedule, phrases)),
        ];
        return wrong.Length > 0 ? wrong : [Finding.Fine(ScheduleCheck, phrases.DoctorSchedulesOk(schedules.Count))];
    }

    private static Finding Parked(Schedule schedule, Phrases phrases) => Finding.Wrong(
        ScheduleCheck,
        phrases.DoctorSchedulesParked(
            schedule.Settings.Name, schedule.Channel.Address.ToString(), schedule.Channel.ParkedReason ?? ""),
        phrases.DoctorSchedulesParkedRemedy(Command("run-now", schedule)));

    private static Finding Lost(Schedule schedule, Phrases phrases) => Finding.Wrong(
        ScheduleCheck,
        phrases.DoctorSchedulesZone(schedule.Settings.Name, schedule.Settings.Zone),
        phrases.DoctorSchedulesZoneRemedy($"{Command("edit", schedule)} --zone Europe/Paris"));

    private static Finding Outbox(OutboxState outbox, Phrases phrases) => outbox.Dead == 0
        ? Finding.Fine(OutboxCheck, phrases.DoctorOutboxOk)
        : Finding.Wrong(
            OutboxCheck,
            phrases.DoctorOutboxBad(outbox.Dead, outbox.DeadLetters is [var newest, ..] ? newest.Reason : ""),
            phrases.DoctorOutboxRemedy);

    private static string Command(string action, Schedule schedule) =>
        $"{TerminalCaller.Prefix(schedule.Space)}schedule {action} {ScheduleCaller.Refer(schedule)}";
}
