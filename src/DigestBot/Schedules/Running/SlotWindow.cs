using DigestBot.News;
using DigestBot.Schedules.Time;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Running;

/// <summary>Which news a slot brings.</summary>
/// <param name="Looked">The effective dates that are looked at.</param>
/// <param name="NewsSince">Where the last digest ended; what is older is looked at for what came in late.</param>
internal sealed record SlotWindow(NewsWindow Looked, DateTimeOffset NewsSince)
{
    /// <summary>An article that came in so long after its date is not missed; what was shown is left out anyway.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(2);

    /// <summary>The week in which the clocks go back is an hour longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7) + TimeSpan.FromHours(1);

    private static readonly TimeSpan Shortest = TimeSpan.FromHours(1);

    // Whoever tries a schedule out wants to see something.
    private static readonly TimeSpan ShortestTrial = TimeSpan.FromHours(24);

    public static SlotWindow Of(TakenOccurrence slot, DateTimeOffset now)
    {
        Schedule schedule = slot.Schedule;
        DateTimeOffset to = slot.ByHand ? now : slot.Due;
        TimeSpan shortest = slot.ByHand || schedule.CoveredUntil is null ? ShortestTrial : Shortest;
        DateTimeOffset? last = schedule.CoveredUntil ?? SlotCalendar.Previous(schedule.Settings, to)?.Due;
        DateTimeOffset since = Clamp(last ?? to - shortest, to - Longest, to);
        DateTimeOffset from = Clamp(since - Overlap, to - Longest - Overlap, to - shortest);
        return new(new NewsWindow(from.ToUniversalTime(), to.ToUniversalTime()), since.ToUniversalTime());
    }

    private static DateTimeOffset Clamp(DateTimeOffset instant, DateTimeOffset earliest, DateTimeOffset latest) =>
        instant < earliest ? earliest : instant > latest ? latest : instant;
}
