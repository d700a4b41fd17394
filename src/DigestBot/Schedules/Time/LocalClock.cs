namespace DigestBot.Schedules.Time;

/// <summary>Finds the instant at which the clocks of a zone come to show a time.</summary>
/// <remarks>
/// Asks only for offsets at instants, which are never in doubt, and so needs no opinion on whether a local time is invalid
/// or ambiguous. Invariant: a later local time is never reached at an earlier instant.
/// </remarks>
internal static class LocalClock
{
    /// <summary>No zone was ever further from UTC.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromHours(16);

    // Where two changes are nearer to each other than this and cancel each other out, they could go unseen; no zone has any.
    private static readonly TimeSpan Stride = TimeSpan.FromHours(12);

    /// <summary>A day that comes twice, at the date line, is the longest time that comes twice.</summary>
    private static readonly TimeSpan LongestRepeat = TimeSpan.FromHours(25);

    /// <summary>
    /// The first instant at which the zone's clocks show <paramref name="local"/> or, when they pass over it, a later time.
    /// </summary>
    public static DateTimeOffset Reach(TimeZoneInfo zone, DateTime local)
    {
        DateTime from = local - Farthest;
        TimeSpan offset = zone.OffsetAt(from);
        while (FirstChange(zone, from, local - offset) is { } change)
        {
            offset = zone.OffsetAt(change);
            if (change + offset >= local)
            {
                return At(change, offset);
            }

            from = change;
        }

        return At(local - offset, offset);
    }

    /// <summary>Whether the clocks show the time of <paramref name="reached"/> once more later on.</summary>
    public static bool ComesAgain(TimeZoneInfo zone, DateTimeOffset reached) =>
        FirstChange(zone, reached.UtcDateTime, reached.UtcDateTime + LongestRepeat) is { } change
        && change + zone.OffsetAt(change) <= reached.DateTime;

    /// <summary>The first instant after <paramref name="from"/> and up to <paramref name="until"/> with another offset than before it; both in UTC.</summary>
    public static DateTime? FirstChange(TimeZoneInfo zone, DateTime from, DateTime until)
    {
        TimeSpan offset = zone.OffsetAt(from);
        while (from < until)
        {
            DateTime next = until - from > Stride ? from + Stride : until;
            if (zone.OffsetAt(next) != offset)
            {
                return Halve(zone, from, next, offset);
            }

            from = next;
        }

        return null;
    }

    /// <summary>All changes after one instant and up to another.</summary>
    public static IEnumerable<ClockChange> Changes(TimeZoneInfo zone, DateTimeOffset after, DateTimeOffset until)
    {
        DateTime from = after.UtcDateTime;
        while (FirstChange(zone, from, until.UtcDateTime) is { } change)
        {
            yield return new(At(change, zone.OffsetAt(change)), zone.OffsetAt(from));
            from = change;
        }
    }

    private static DateTime Halve(TimeZoneInfo zone, DateTime before, DateTime after, TimeSpan offset)
    {
        // Changes fall on whole seconds, and so do both ends once they do.
        long low = before.Ticks / TimeSpan.TicksPerSecond;
        long high = (after.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;
        while (high - low > 1)
        {
            long middle = (low + high) / 2;
            (low, high) = zone.OffsetAt(new(middle * TimeSpan.TicksPerSecond)) == offset ? (middle, high) : (low, middle);
        }

        return new(high * TimeSpan.TicksPerSecond);
    }

    private static TimeSpan OffsetAt(this TimeZoneInfo zone, DateTime utc) => zone.GetUtcOffset(new DateTimeOffset(utc.Ticks, TimeSpan.Zero));

    private static DateTimeOffset At(DateTime utc, TimeSpan offset) => new DateTimeOffset(utc.Ticks, TimeSpan.Zero).ToOffset(offset);
}
