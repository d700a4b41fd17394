using System.Globalization;

namespace DigestBot.Ingest.Reading;

/// <summary>A date in one word: "26/06/2020", "10/30/23", "20.11.2023", "02-Jan-2006", "2004-július-13".</summary>
internal static class NumericDates
{
    public static bool TryTake(string word, ref DateParts parts)
    {
        string[] fields = word.Split('/', '-', '.');
        if (parts.Day is not null || parts.Year is not null || fields.Length != 3 || fields.Any(field => field.Length == 0))
        {
            return false;
        }

        bool yearFirst = fields[0].Length == 4;
        string year = yearFirst ? fields[0] : fields[2];
        if (!TryNumber(year, out int y) || year.Length is not (2 or 4))
        {
            return false;
        }

        parts.Year = DateParts.FullYear(y, year.Length);
        return yearFirst
            ? TryTakeMonth(fields[1], ref parts) && TryTakeDay(fields[2], ref parts)
            : TryTakeBoth(fields[0], fields[1], dayFirst: word.Contains('.', StringComparison.Ordinal), ref parts);
    }

    private static bool TryTakeBoth(string first, string second, bool dayFirst, ref DateParts parts)
    {
        // With slashes the month comes first, as in America, unless it cannot be one.
        if (!TryNumber(second, out int b))
        {
            return TryTakeMonth(second, ref parts) && TryTakeDay(first, ref parts);
        }

        if (!TryNumber(first, out int a))
        {
            return TryTakeMonth(first, ref parts) && TryTakeDay(second, ref parts);
        }

        (parts.Month, parts.Day) = (dayFirst || a > 12) && b <= 12 ? (b, a) : (a, b);
        return true;
    }

    private static bool TryTakeMonth(string text, ref DateParts parts)
    {
        int month = TryNumber(text, out int number) ? number : DateNames.Month(text);
        parts.Month = month;
        return month > 0;
    }

    private static bool TryTakeDay(string text, ref DateParts parts)
    {
        bool isDay = TryNumber(text, out int day);
        parts.Day = day;
        return isDay;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && text.Length <= 4;
}
