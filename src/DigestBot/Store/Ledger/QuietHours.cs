namespace DigestBot.Store.Ledger;

/// <summary>Hours of the day in which nothing is posted, in the schedule's zone; may run past midnight.</summary>
/// <param name="From">First quiet instant of the day.</param>
/// <param name="To">First instant that is not quiet any more; never equal to <paramref name="From"/>.</param>
internal sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Midnight inside the hours is no matter: 22:00 to 07:00 contains 23:00 and 06:59.</summary>
    public bool Contains(TimeOnly time) => time.IsBetween(From, To);

    /// <summary>When the hours end that the instant lies in; null where it lies in none.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset instant, TimeZoneInfo zone)
    {
        DateTime local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        if (!Contains(TimeOnly.FromDateTime(local)))
        {
            return null;
        }

        DateTime end = DateOnly.FromDateTime(local).AddDays(To > TimeOnly.FromDateTime(local) ? 0 : 1).ToDateTime(To);
        while (zone.IsInvalidTime(end))
        {
            end = end.AddMinutes(1); // what the clock leaps over ends where it lands
        }

        // An hour that comes twice ends twice, and the first end is enough, unless it is over.
        TimeSpan[] offsets = zone.IsAmbiguousTime(end) ? zone.GetAmbiguousTimeOffsets(end) : [zone.GetUtcOffset(end)];
        DateTimeOffset[] ends = [.. offsets.Select(offset => new DateTimeOffset(end, offset).ToUniversalTime()).Order()];
        return ends.FirstOrDefault(one => one > instant, ends[^1]);
    }
}
