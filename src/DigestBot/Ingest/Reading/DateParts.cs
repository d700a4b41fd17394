namespace DigestBot.Ingest.Reading;

/// <summary>The parts of a date while they are being found. A part that occurs twice is a sign of garbage.</summary>
internal struct DateParts
{
    private static readonly TimeSpan LargestOffset = TimeSpan.FromHours(14);

    public int? Year { get; set; }

    public int? Month { get; set; }

    public int? Day { get; set; }

    public TimeSpan? Time { get; set; }

    public bool? IsAfternoon { get; set; }

    public TimeSpan? Offset { get; set; }

    /// <summary>RFC 2822, 4.3: two digits are a year from 1950 to 2049.</summary>
    public static int FullYear(int value, int digits) => digits > 2 ? value : value < 50 ? 2000 + value : 1900 + value;

    public readonly bool TryBuild(out DateTimeOffset date)
    {
        date = default;
        if (Year is not (>= 1 and <= 9999) || Month is not (>= 1 and <= 12)
            || Day is not >= 1 || Day > DateTime.DaysInMonth(Year.Value, Month.Value))
        {
            return false;
        }

        TimeSpan time = Time ?? TimeSpan.Zero;
        if (IsAfternoon is { } afternoon)
        {
            if (time.Hours > 12 && !afternoon)
            {
                return false;
            }

            time = afternoon && time.Hours < 12 ? time + TimeSpan.FromHours(12)
                : !afternoon && time.Hours == 12 ? time - TimeSpan.FromHours(12)
                : time;
        }

        TimeSpan offset = Offset ?? TimeSpan.Zero;
        long utc = new DateTime(Year.Value, Month.Value, Day.Value).Ticks + time.Ticks - offset.Ticks;
        if (utc < DateTimeOffset.MinValue.Ticks || utc > DateTimeOffset.MaxValue.Ticks)
        {
            return false;
        }

        var instant = new DateTimeOffset(utc, TimeSpan.Zero);
        bool keepsZone = offset.Duration() <= LargestOffset && utc + offset.Ticks <= DateTimeOffset.MaxValue.Ticks && utc + offset.Ticks >= 0;
        date = keepsZone ? instant.ToOffset(offset) : instant;
        return true;
    }
}
