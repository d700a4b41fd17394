using System.Globalization;

namespace DigestBot.Ingest.Reading;

/// <summary>
/// Reads the dates that feeds and pages really carry: RFC 822 with its abuses, ISO 8601 in all its forms, seconds
/// since 1970, and a few local ones. Strict about the impossible; a date without a zone is taken as UTC.
/// </summary>
internal static class FeedDates
{
    private const int LongestDate = 100;

    public static bool TryParse(string? text, out DateTimeOffset date)
    {
        date = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestDate)
        {
            return false;
        }

        string trimmed = DateScripts.ToKnown(HtmlText.OneLine(text));
        return IsoDate.TryParse(trimmed, out date)
            || TryParseEpoch(trimmed, out date)
            || DateWords.TryParse(trimmed, out date);
    }

    /// <summary>The date, or null.</summary>
    public static DateTimeOffset? Parse(string? text) => TryParse(text, out DateTimeOffset date) ? date : null;

    private static bool TryParseEpoch(string text, out DateTimeOffset date)
    {
        date = default;
        if (text.Length is not (10 or 13) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            return false;
        }

        date = DateTimeOffset.FromUnixTimeMilliseconds(text.Length == 10 ? number * 1000 : number);
        return true;
    }
}
