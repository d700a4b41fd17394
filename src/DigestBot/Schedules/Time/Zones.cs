namespace DigestBot.Schedules.Time;

/// <summary>The zones of this machine.</summary>
internal static class Zones
{
    /// <summary>
    /// The zone with this IANA name; UTC when this machine has none such, because a schedule that was set up on another
    /// machine had better post at the wrong hour than stop every schedule beside it.
    /// </summary>
    public static TimeZoneInfo Get(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone) ? zone : TimeZoneInfo.Utc;
}
