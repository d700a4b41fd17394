using DigestBot.News;
using Humanizer;

namespace DigestBot.Chat;

/// <summary>Whoever reads a reply: the language of the bot's own sentences, the zone and clock of its times.</summary>
internal sealed record Reader(Phrases Phrases, TimeZoneInfo Zone, TimeProvider Clock)
{
    /// <summary>An unknown zone is shown as UTC; the doctor reports it.</summary>
    public static Reader In(Phrases phrases, string timeZone, TimeProvider clock) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out TimeZoneInfo? zone)
            ? new(phrases, zone, clock)
            : new(phrases, TimeZoneInfo.Utc, clock);

    /// <summary>As people write it.</summary>
    public string ZoneName => Zone.Id is "Etc/UTC" ? "UTC" : Zone.Id;

    /// <summary>With the day of the week, for headings.</summary>
    public string Moment(DateTimeOffset instant) => Local(instant).ToString(Phrases.MomentPattern, Phrases.Culture);

    public string Date(DateTimeOffset instant) => Local(instant).ToString(Phrases.DatePattern, Phrases.Culture);

    public string Day(DateOnly day) => day.ToString(Phrases.DayPattern, Phrases.Culture);

    /// <summary>Such as "7 days".</summary>
    public string Days(TimeSpan span) => span.Humanize(culture: Phrases.Culture, maxUnit: TimeUnit.Day);

    /// <summary>Such as "3 hours ago".</summary>
    public string Ago(DateTimeOffset instant) => instant.Humanize(Clock.GetUtcNow(), Phrases.Culture);

    public string Window(NewsWindow window) => window.From <= DateTimeOffset.UnixEpoch
        ? Phrases.WindowUntil(Date(window.To))
        : Phrases.WindowBetween(Date(window.From), Date(window.To));

    private DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);
}
