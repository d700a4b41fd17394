namespace DigestBot.News;

/// <summary>What a feed asks of those who poll it, in its own text.</summary>
internal sealed record PollHints
{
    private const int HoursOfDay = 24;
    private const int DaysOfWeek = 7;

    public static PollHints None { get; } = new();

    /// <summary>How often it may change: RSS's ttl or the syndication module's period; null when it does not say.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>A moment from which the intervals are counted, or null when any moment is as good.</summary>
    public DateTimeOffset? Base { get; init; }

    /// <summary>Hours of the day, UTC, at which it does not want to be asked: bit 0 is midnight to one.</summary>
    public int SkipHours { get; init; }

    /// <summary>Days of the week, UTC, at which it does not want to be asked: bit 0 is Sunday.</summary>
    public int SkipDays { get; init; }

    /// <summary>How long it asks to be left alone from now on, where we would leave it alone for <paramref name="least"/>.</summary>
    public TimeSpan? Wait(DateTimeOffset now, TimeSpan least)
    {
        if (Base is not { } start || Interval is not { Ticks: > 0 } every)
        {
            return Interval;
        }

        long since = (now + least - start).Ticks % every.Ticks;
        return since == 0 ? least : least + TimeSpan.FromTicks(since < 0 ? -since : every.Ticks - since);
    }

    /// <summary>The first moment, not before this one, at which it may be asked.</summary>
    /// <remarks>Who forbids every hour or every day forbids nothing: it could never be asked again.</remarks>
    public DateTimeOffset Allowed(DateTimeOffset moment)
    {
        DateTimeOffset allowed = moment;
        for (int hours = 0; hours < DaysOfWeek * HoursOfDay && IsSkipped(allowed.UtcDateTime); hours++)
        {
            allowed = allowed.AddTicks(TimeSpan.TicksPerHour - (allowed.UtcTicks % TimeSpan.TicksPerHour));
        }

        return allowed;
    }

    private bool IsSkipped(DateTime utc) =>
        Holds(SkipHours, utc.Hour, HoursOfDay) || Holds(SkipDays, (int)utc.DayOfWeek, DaysOfWeek);

    private static bool Holds(int bits, int bit, int count) => bits != (1 << count) - 1 && (bits >> bit & 1) == 1;
}
