using System.Globalization;

namespace DigestBot.Ingest.Reading;

/// <summary>Time zones as dates name them: offsets, abbreviations, IANA names.</summary>
internal static class DateZones
{
    // Where an abbreviation means several zones, the one with the most publishers in English.
    private static readonly Dictionary<string, double> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0,
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["WET"] = 0,
        ["WEST"] = 1,
        ["BST"] = 1,
        ["CET"] = 1,
        ["MET"] = 1,
        ["MEZ"] = 1,
        ["CEST"] = 2,
        ["MEST"] = 2,
        ["MESZ"] = 2,
        ["SAST"] = 2,
        ["CAT"] = 2,
        ["WAT"] = 1,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["IDT"] = 3,
        ["MSK"] = 3,
        ["MSD"] = 4,
        ["TRT"] = 3,
        ["EAT"] = 3,
        ["GST"] = 4,
        ["PKT"] = 5,
        ["IST"] = 5.5,
        ["NPT"] = 5.75,
        ["ICT"] = 7,
        ["WIB"] = 7,
        ["HKT"] = 8,
        ["SGT"] = 8,
        ["MYT"] = 8,
        ["PHT"] = 8,
        ["AWST"] = 8,
        ["JST"] = 9,
        ["KST"] = 9,
        ["ACST"] = 9.5,
        ["ACDT"] = 10.5,
        ["AEST"] = 10,
        ["AEDT"] = 11,
        ["NZST"] = 12,
        ["NZDT"] = 13,
        ["NST"] = -3.5,
        ["NDT"] = -2.5,
        ["AST"] = -4,
        ["ADT"] = -3,
        ["BRT"] = -3,
        ["ART"] = -3,
        ["CLT"] = -4,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["ET"] = -5,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["CT"] = -6,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["MT"] = -7,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["PT"] = -8,
        ["AKST"] = -9,
        ["AKDT"] = -8,
        ["HST"] = -10,
    };

    /// <summary>"+0200", "-05:30", "+2", "GMT+2", "MST-07:00"; of a name and an offset, the offset counts.</summary>
    public static bool TryParseOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        int sign = text.IndexOfAny('+', '-', '\u2212');
        if (sign > 0 && Abbreviations.ContainsKey(text[..sign].ToString()))
        {
            text = text[sign..];
        }

        if (text.Length < 2 || text[0] is not ('+' or '-' or '\u2212'))
        {
            return false;
        }

        ReadOnlySpan<char> digits = text[1..];
        int colon = digits.IndexOf(':');
        ReadOnlySpan<char> hours = colon >= 0 ? digits[..colon] : digits.Length > 2 ? digits[..^2] : digits;
        ReadOnlySpan<char> minutes = colon >= 0 ? digits[(colon + 1)..] : digits.Length > 2 ? digits[^2..] : "0";
        if (hours.Length is 0 or > 2 || minutes.Length is 0 or > 2 || !TryNumber(hours, out int h) || !TryNumber(minutes, out int m)
            || h > 23 || m > 59)
        {
            return false;
        }

        offset = new TimeSpan(h, m, 0) * (text[0] == '+' ? 1 : -1);
        return true;
    }

    /// <summary>An abbreviation ("EST") or an IANA name ("Europe/Brussels"), which needs the local date.</summary>
    public static bool TryParseName(string name, DateTime local, out TimeSpan offset)
    {
        if (Abbreviations.TryGetValue(name.Trim('.'), out double hours))
        {
            offset = TimeSpan.FromHours(hours);
            return true;
        }

        offset = default;
        if (!name.Contains('/', StringComparison.Ordinal) || !TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone))
        {
            return false;
        }

        offset = zone.GetUtcOffset(local);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
