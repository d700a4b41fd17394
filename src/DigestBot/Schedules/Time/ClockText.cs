using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestBot.Schedules.Time;

/// <summary>One time of day as typed: <c>8am</c>, <c>20h30</c>, <c>0800</c>, <c>noon</c>.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Hour">As typed; may be more than there are.</param>
/// <param name="Minute">Same.</param>
/// <param name="Half">Which half of the day, where it is said.</param>
/// <param name="IsLoose">True for <c>8</c> or <c>8:30</c>: beside a time with a half, it could be either.</param>
internal sealed partial record ClockText(string Text, int Hour, int Minute, DayHalf? Half, bool IsLoose)
{
    private const int HoursOfHalf = 12;

    /// <summary>Null when there is no such time.</summary>
    public TimeOnly? Time => (Half, Hour, Minute) switch
    {
        (_, _, > 59) or (null, > 23, _) or (not null, > HoursOfHalf, _) or (DayHalf.Afternoon, 0, _) => null,
        (null, _, _) => new(Hour, Minute),
        (DayHalf.Morning, _, _) => new(Hour % HoursOfHalf, Minute),
        (_, _, _) => new((Hour % HoursOfHalf) + HoursOfHalf, Minute),
    };

    /// <summary>Both readings of a loose time.</summary>
    public IReadOnlyList<string> Readings =>
        [.. new[] { DayHalf.Morning, DayHalf.Afternoon }.Select(half => (this with { Half = half }).Time).OfType<TimeOnly>().Select(Show)];

    /// <summary>The time at the beginning of <paramref name="plain"/> after <paramref name="start"/>; null when there is none.</summary>
    public static ClockText? At(string plain, int start, out int end)
    {
        Match match = Pattern().Match(plain, start);
        end = match.Index + match.Length;
        if (!match.Success)
        {
            return null;
        }

        string text = match.Value.Trim();
        if (match.Groups["noon"].Success || match.Groups["midnight"].Success)
        {
            return new(text, match.Groups["noon"].Success ? HoursOfHalf : 0, 0, null, false);
        }

        string hour = match.Groups["hour"].Value;
        string minute = match.Groups["minute"].Value;
        DayHalf? half = match.Groups["am"].Success ? DayHalf.Morning : match.Groups["pm"].Success ? DayHalf.Afternoon : null;
        int hours = Number(hour);
        bool loose = half is null && hours is >= 1 and <= HoursOfHalf && hour[0] != '0' && !match.Groups["h"].Success;
        return new(text, hours, minute.Length > 0 ? Number(minute) : 0, half, loose);
    }

    public static string Show(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    // What follows must not go on: 8:301 and 8amx are no times. Plain digits are ASCII here.
    [GeneratedRegex(
        """
        \G(?:(?:at|a|@|um)\s?)?(?:
            (?<noon>noon|midday|midi|mittag|mediodia|الظهر|ظهرا)
          | (?<midnight>midnight|minuit|mitternacht|medianoche|منتصف\sالليل)
          | (?:(?<hour>[0-9]{1,2})(?:(?:[:.]|\s?(?<h>h)\s?)(?<minute>[0-9]{2}))? | (?<hour>[0-9]{1,2})(?<minute>[0-9]{2}))
            (?:\s?(?:(?<am>a\.?m\.?|صباحا|ص)|(?<pm>p\.?m\.?|مساء|م)|(?<h>h|hrs?|hours?|heures?|uhr)))?
        )(?!\w|[:.][0-9])
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

/// <summary>Half of a day.</summary>
internal enum DayHalf
{
    Morning,
    Afternoon,
}
