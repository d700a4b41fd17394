using DigestBot.Store.Ledger;

namespace DigestBot.Schedules;

/// <summary>Keeps two people who edit a schedule at once from undoing each other's change.</summary>
internal static class SettingsMerge
{
    /// <summary>What is wanted where it differs from what was seen, and what is there now everywhere else.</summary>
    public static ScheduleSettings Apply(ScheduleSettings seen, ScheduleSettings wanted, ScheduleSettings now) => new ScheduleSettings(
        Pick(seen.Name, wanted.Name, now.Name),
        Pick(seen.Topic, wanted.Topic, now.Topic),
        SameTimes(seen, wanted) ? now.Times : wanted.Times,
        Pick(seen.Days, wanted.Days, now.Days),
        Pick(seen.Zone, wanted.Zone, now.Zone),
        Pick(seen.Stories, wanted.Stories, now.Stories),
        Pick(seen.IfEmpty, wanted.IfEmpty, now.IfEmpty),
        Pick(seen.CatchUp, wanted.CatchUp, now.CatchUp),
        Pick(seen.Quiet, wanted.Quiet, now.Quiet),
        Pick(seen.MentionRole, wanted.MentionRole, now.MentionRole))
    {
        Story = Pick(seen.Story, wanted.Story, now.Story),
    };

    private static T Pick<T>(T seen, T wanted, T now) => EqualityComparer<T>.Default.Equals(seen, wanted) ? now : wanted;

    // Only the times of day: numbers are not for people to choose.
    private static bool SameTimes(ScheduleSettings one, ScheduleSettings other) =>
        one.Times.Select(posting => posting.Time).ToHashSet().SetEquals(other.Times.Select(posting => posting.Time));
}
