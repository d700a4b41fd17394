using System.Globalization;

namespace DigestBot.Ingest.Reading;

/// <summary>Reads a time of day.</summary>
internal static class DateTimes
{
    /// <summary>"9:15", "09:15:30", "09:15:30.123", a leap second; never "25:00" or "10:61".</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        Span<Range> parts = stackalloc Range[4];
        int count = text.Split(parts, ':');
        if (count is < 2 or > 3)
        {
            return false;
        }

        ReadOnlySpan<char> seconds = count == 3 ? text[parts[2]] : "0";
        int fraction = seconds.IndexOfAny('.', ',');
        if (fraction >= 0 && seconds[(fraction + 1)..].ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        if (!TryNumber(text[parts[0]], 24, out int h) || !TryNumber(text[parts[1]], 59, out int m)
            || !TryNumber(fraction >= 0 ? seconds[..fraction] : seconds, 60, out int s) || (h == 24 && m + s > 0))
        {
            return false;
        }

        double part = fraction >= 0 && seconds.Length > fraction + 1
            ? double.Parse($"0.{seconds[(fraction + 1)..]}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : 0;
        time = new TimeSpan(h, m, s) + TimeSpan.FromMilliseconds(Math.Floor(part * 1000));
        return true;
    }

    /// <summary>"10h30" and "10h", as in French, with a colon; any other word as it is.</summary>
    public static string WithColon(string word)
    {
        int h = word.IndexOf('h', StringComparison.Ordinal);
        return h is 1 or 2 && word.Length - h is 1 or 3 && !word.Remove(h, 1).AsSpan().ContainsAnyExceptInRange('0', '9')
            ? $"{word[..h]}:{(word.Length - h == 3 ? word[(h + 1)..] : "00")}"
            : word;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, int max, out int number)
    {
        number = 0;
        return text.Length is 1 or 2
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number <= max;
    }
}
