using DigestBot.Schedules.Time;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules;

/// <summary>Decides for each slot whose time has come whether it is posted: on time, late, or not at all and why.</summary>
internal static class SlotDecision
{
    /// <summary>Decides slots that are opened together.</summary>
    /// <param name="schedule">As it is now.</param>
    /// <param name="slots">Due by now, the oldest first.</param>
    /// <param name="now">When they are opened.</param>
    /// <param name="grace">So late is still on time.</param>
    public static DecidedSlots Decide(Schedule schedule, IReadOnlyList<Slot> slots, DateTimeOffset now, TimeSpan grace)
    {
        int skipped = schedule.SkipNext && !schedule.Paused ? NextToSkip(schedule.Settings, slots) : -1;
        var decided = new NewOccurrence[slots.Count];
        bool superseded = false;

        // From the newest back: the first that runs supersedes all that would have run before it.
        for (int i = slots.Count - 1; i >= 0; i--)
        {
            bool late = now - slots[i].Due > grace;
            SkipReason? reason = i == skipped ? SkipReason.SkipNext : Obstacle(schedule, slots[i], now, late);
            if (reason is null && superseded)
            {
                reason = SkipReason.Superseded;
            }

            superseded |= reason is null;
            decided[i] = new(schedule.Id, slots[i].Key, slots[i].Due, late && reason is null, reason);
        }

        return new(decided, skipped >= 0);
    }

    // Whoever skips the next slot means the next that would be posted if all goes well: not one that quiet hours keep back
    // every day, but also one that is missed in the end, or else the wish would hit another day.
    private static int NextToSkip(ScheduleSettings settings, IReadOnlyList<Slot> slots)
    {
        for (int i = 0; i < slots.Count; i++)
        {
            if (!IsQuiet(settings.Quiet, slots[i].Due))
            {
                return i;
            }
        }

        return -1;
    }

    private static SkipReason? Obstacle(Schedule schedule, Slot slot, DateTimeOffset now, bool late)
    {
        ScheduleSettings settings = schedule.Settings;
        if (schedule.Paused)
        {
            return SkipReason.Paused;
        }

        if (schedule.Channel.IsParked)
        {
            return SkipReason.ChannelParked;
        }

        if (late && now - slot.Due > settings.CatchUp)
        {
            return SkipReason.TooLate;
        }

        DateTimeOffset posted = late ? TimeZoneInfo.ConvertTime(now, Zones.Get(settings.Zone)) : slot.Due;
        return IsQuiet(settings.Quiet, posted) ? SkipReason.QuietHours : null;
    }

    private static bool IsQuiet(QuietHours? quiet, DateTimeOffset local) => quiet?.Contains(TimeOnly.FromDateTime(local.DateTime)) == true;
}
