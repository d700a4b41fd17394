using DigestBot.Schedules.Time;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Running;

/// <summary>Whether a slot that was opened may still be posted: what was true then may have changed.</summary>
internal static class SlotCheck
{
    /// <summary>Missed, and caught up.</summary>
    public static bool IsLate(TakenOccurrence slot, DateTimeOffset now, TimeSpan grace) =>
        !slot.ByHand && (slot.Late || now - slot.Due > grace);

    /// <summary>Why it is not posted any more; null when it is.</summary>
    /// <param name="slot">As it was taken.</param>
    /// <param name="now">When it was taken.</param>
    /// <param name="grace">So late is still on time.</param>
    /// <param name="patience">How long somebody who asked by hand is thought to wait.</param>
    public static SkipReason? Obstacle(TakenOccurrence slot, DateTimeOffset now, TimeSpan grace, TimeSpan patience)
    {
        if (slot.ScheduleRemoved)
        {
            return SkipReason.Removed;
        }

        if (slot.Schedule.Paused && !slot.ByHand)
        {
            return SkipReason.Paused;
        }

        if (slot.Schedule.Channel.IsParked)
        {
            return SkipReason.ChannelParked;
        }

        bool late = IsLate(slot, now, grace);
        TimeSpan longest = slot.ByHand ? patience : late ? slot.Schedule.Settings.CatchUp : TimeSpan.MaxValue;
        if (now - slot.Due > longest)
        {
            return SkipReason.TooLate;
        }

        return !slot.ByHand && IsQuiet(slot.Schedule.Settings, late ? now : slot.Due) ? SkipReason.QuietHours : null;
    }

    private static bool IsQuiet(ScheduleSettings settings, DateTimeOffset posted) => settings.Quiet?.Contains(
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(posted, Zones.Get(settings.Zone)).DateTime)) == true;
}
