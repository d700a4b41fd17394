using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestBot.Schedules.Time;

/// <summary>Reads how late a missed post may still come: <c>30m</c>, <c>2h</c>, <c>1h30</c>, or <c>skip</c> for not at all.</summary>
internal static partial class SpanInput
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private static readonly string[] Nothing = ["skip", "none", "no", "off", "never", "0", "non", "jamais", "aucun", "لا", "تخط", "تخطي"];

    /// <returns>Zero for skip.</returns>
    public static Reading<TimeSpan> Read(string text)
    {
        string plain = Plain.Of(text);
        if (plain.Length == 0)
        {
            return new(default, new(MisreadingKind.Empty, ""));
        }

        if (Nothing.Contains(plain))
        {
            return new(TimeSpan.Zero);
        }

        Match match = Pattern().Match(plain);
        if (!match.Success)
        {
            return new(default, new(MisreadingKind.Unknown, plain));
        }

        TimeSpan span = TimeSpan.FromDays(Number(match, "day")) + TimeSpan.FromHours(Number(match, "hour")) + TimeSpan.FromMinutes(Number(match, "minute"));
        return span <= Longest ? new(span) : new(default, new(MisreadingKind.OutOfRange, plain, ["24h"]));
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } digits ? int.Parse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    // "m" is minutes: a month would be too long anyway.
    [GeneratedRegex(
        """
        ^(?=.)(?:(?<day>[0-9]{1,4})\s?(?:d|days?|j|jours?|يوم))?
        \s?(?:(?<hour>[0-9]{1,4})\s?(?:h|hrs?|hours?|heures?|ساعات|ساعه))?
        \s?(?:(?<minute>[0-9]{1,4})\s?(?:(?<=h\s?[0-9]{2})|m|min|mins|minutes?|دقيقه|دقائق))?$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
