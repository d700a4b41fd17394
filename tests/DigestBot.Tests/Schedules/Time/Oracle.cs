using DigestBot.Schedules.Time;

namespace DigestBot.Tests.Schedules.Time;

/// <summary>
/// Knows when a local time comes because it has watched the clock minute by minute. Shares nothing with
/// <see cref="LocalClock"/> but the conversion of an instant, which is never in doubt.
/// </summary>
internal static class Oracle
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>When the slot of this date and time is due; null when the zone left out the date.</summary>
    public static DateTimeOffset? Due(TimeZoneInfo zone, DateTime local) =>
        Watch(zone, local - TimeSpan.FromDays(2), local + TimeSpan.FromDays(2), [local]).Single().Due;

    /// <summary>Same for several times, all between the readings that are watched.</summary>
    public static IEnumerable<(DateTime Local, DateTimeOffset? Due)> Watch(
        TimeZoneInfo zone, DateTime from, DateTime until, IReadOnlyCollection<DateTime> times)
    {
        Dictionary<DateTime, DateTimeOffset> shown = [];
        List<(DateTime Before, DateTimeOffset After)> gaps = [];
        HashSet<DateTime> dates = [];
        DateTimeOffset last = At(zone, from - TimeSpan.FromDays(1));
        for (DateTime utc = from - TimeSpan.FromDays(1); utc <= until + TimeSpan.FromDays(1); utc += Minute)
        {
            DateTimeOffset now = At(zone, utc);
            shown.TryAdd(now.DateTime, now);
            dates.Add(now.Date);
            if (now.DateTime - last.DateTime > Minute)
            {
                gaps.Add((last.DateTime, now));
            }

            last = now;
        }

        foreach (DateTime time in times)
        {
            yield return (time, shown.TryGetValue(time, out DateTimeOffset due) ? due
                : dates.Contains(time.Date) ? gaps.First(gap => gap.Before < time && time < gap.After.DateTime).After
                : null);
        }
    }

    private static DateTimeOffset At(TimeZoneInfo zone, DateTime utc) =>
        TimeZoneInfo.ConvertTime(new DateTimeOffset(utc, TimeSpan.Zero), zone);
}
