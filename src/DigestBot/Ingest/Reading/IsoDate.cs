using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestBot.Ingest.Reading;

/// <summary>ISO 8601: calendar, ordinal and week dates, extended, basic and shortened, with or without time and zone.</summary>
internal static partial class IsoDate
{
    public static bool TryParse(string text, out DateTimeOffset date)
    {
        date = default;
        if (text is not [(>= '0' and <= '9') or '-', ..] || Form().Match(text) is not { Success: true } match)
        {
            return false;
        }

        var parts = default(DateParts);
        return TryReadDay(match, ref parts) && TryReadTime(match, ref parts) && parts.TryBuild(out date);
    }

    private static bool TryReadDay(Match match, ref DateParts parts)
    {
        string year = match.Groups["y"].Value;
        parts.Year = DateParts.FullYear(Number(year), year.Length);
        if (match.Groups["doy"].Success)
        {
            int dayOfYear = Number(match.Groups["doy"].Value);
            if (parts.Year is 0 || dayOfYear is 0 || dayOfYear > (DateTime.IsLeapYear(parts.Year.Value) ? 366 : 365))
            {
                return false;
            }

            DateTime day = new DateTime(parts.Year.Value, 1, 1).AddDays(dayOfYear - 1);
            (parts.Month, parts.Day) = (day.Month, day.Day);
            return true;
        }

        if (match.Groups["week"].Success)
        {
            return TryReadWeek(match, ref parts);
        }

        parts.Month = match.Groups["m"].Success ? Number(match.Groups["m"].Value) : 1;
        parts.Day = match.Groups["d"].Success ? Number(match.Groups["d"].Value) : 1;
        return true;
    }

    private static bool TryReadWeek(Match match, ref DateParts parts)
    {
        int week = Number(match.Groups["week"].Value);
        if (parts.Year is not (>= 1 and < 9999) || week is 0 || week > ISOWeek.GetWeeksInYear(parts.Year.Value))
        {
            return false;
        }

        int weekday = match.Groups["dow"].Success ? Number(match.Groups["dow"].Value) : 1;
        DateTime day = ISOWeek.ToDateTime(parts.Year.Value, week, (DayOfWeek)(weekday % 7));
        (parts.Year, parts.Month, parts.Day) = (day.Year, day.Month, day.Day);
        return true;
    }

    private static bool TryReadTime(Match match, ref DateParts parts)
    {
        if (!match.Groups["time"].Success)
        {
            return true;
        }

        string clock = match.Groups["time"].Value;
        if (!clock.Contains(':', StringComparison.Ordinal))
        {
            clock = clock.Length == 2 ? $"{clock}:00" : $"{clock[..2]}:{clock[2..4]}:{(clock.Length > 4 ? clock[4..] : "00")}";
        }

        if (!DateTimes.TryParse(clock, out TimeSpan time))
        {
            return false;
        }

        parts.Time = time;
        string zone = match.Groups["zone"].Value;
        if (zone.Length == 0 || zone is "Z" or "z")
        {
            return true;
        }

        if (!DateZones.TryParseOffset(zone, out TimeSpan offset))
        {
            return false;
        }

        parts.Offset = offset;
        return true;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    // Years: 2003, 03 (only with more digits behind), -03 (with a month). A zone may be followed by a stray "Z".
    [GeneratedRegex(
        """
        ^(?:
            (?<y>[0-9]{4}) (?: [-/](?<m>[0-9]{1,2}) (?: [-/](?<d>[0-9]{1,2}) )? | -?(?<doy>[0-9]{3}) | (?<m>[0-9]{2})(?<d>[0-9]{2})
                | -?W(?<week>[0-9]{2}) (?: -?(?<dow>[1-7]) )? )?
          | (?<y>[0-9]{2}) (?: -(?<m>[0-9]{2})-(?<d>[0-9]{2}) | -?(?<doy>[0-9]{3}) | (?<m>[0-9]{2})(?<d>[0-9]{2}) )
          | -(?<y>[0-9]{2}) -?(?<m>[0-9]{2})
        )
        (?: (?: \s*[Tt]\s* | \s+ ) (?<time> [0-9]{1,2}:[0-9]{1,2}(?::[0-9]{1,2}(?:[.,][0-9]*)?)? | [0-9]{6}(?:[.,][0-9]*)? | [0-9]{4} | [0-9]{2} )
            \s* (?<zone> [Zz] | (?:GMT|UTC)?[-+\u2212][0-9]{1,2}(?::?[0-9]{2})? )? [Zz]? )?$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
