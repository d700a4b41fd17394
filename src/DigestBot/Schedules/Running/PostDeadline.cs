using DigestBot.Schedules.Time;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Running;

/// <summary>Until when a queued post may still be sent.</summary>
internal static class PostDeadline
{
    /// <summary>Never in quiet hours, and never after the schedule's next slot: that one brings newer news.</summary>
    /// <param name="slot">What is posted.</param>
    /// <param name="queued">When it was queued.</param>
    /// <param name="giveUpAfter">The longest that any post is tried.</param>
    /// <param name="grace">So long it is tried in any case, because a slot on time may meet quiet hours that have just begun.</param>
    public static DateTimeOffset Of(TakenOccurrence slot, DateTimeOffset queued, TimeSpan giveUpAfter, TimeSpan grace)
    {
        DateTimeOffset latest = queued + giveUpAfter;
        if (slot.ByHand)
        {
            return latest;
        }

        ScheduleSettings settings = slot.Schedule.Settings;
        DateTimeOffset?[] ends = [latest, SlotCalendar.Next(settings, queued)?.Due, Silence(settings, queued)];
        DateTimeOffset end = ends.OfType<DateTimeOffset>().Min();
        return (end > queued + grace ? end : queued + grace).ToUniversalTime();
    }

    // When quiet hours next begin; now, when they have.
    private static DateTimeOffset? Silence(ScheduleSettings settings, DateTimeOffset now)
    {
        if (settings.Quiet is not { } quiet)
        {
            return null;
        }

        TimeZoneInfo zone = Zones.Get(settings.Zone);
        DateTime local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var today = DateOnly.FromDateTime(local);
        return quiet.Contains(TimeOnly.FromDateTime(local))
            ? now
            : LocalClock.Reach(zone, (quiet.From > TimeOnly.FromDateTime(local) ? today : today.AddDays(1)).ToDateTime(quiet.From));
    }
}
