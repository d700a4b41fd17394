using System.Globalization;

namespace DigestBot.Commands;

/// <summary>Spans as people write them: 30m, 24h, 7d, 2w or all.</summary>
internal static class WindowText
{
    /// <summary>A century: nothing here is older, and counting back from any date stays a date.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_525);

    /// <param name="text">What was written.</param>
    /// <param name="window">The span; null for everything.</param>
    public static bool TryParse(string text, out TimeSpan? window)
    {
        window = null;
        if (string.Equals(text, "all", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (text.Length is < 2 or > 8
            || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            || count == 0
            || Unit(text[^1]) is not { } unit
            || count > Longest / unit)
        {
            return false;
        }

        window = count * unit;
        return true;
    }

    private static TimeSpan? Unit(char letter) => letter switch
    {
        'm' or 'M' => TimeSpan.FromMinutes(1),
        'h' or 'H' => TimeSpan.FromHours(1),
        'd' or 'D' => TimeSpan.FromDays(1),
        'w' or 'W' => TimeSpan.FromDays(7),
        _ => null,
    };
}
