using System.Globalization;

namespace DigestBot.Ingest.Reading;

/// <summary>Dates made of words in any order: RFC 822, asctime and what people type ("June 22, 2023 at 01:11 PM EDT").</summary>
internal static class DateWords
{
    public static bool TryParse(string text, out DateTimeOffset date)
    {
        date = default;
        var parts = default(DateParts);
        var zones = new List<string>();
        foreach (string word in Words(text))
        {
            if (!TryTake(word, ref parts) && !DateNames.IsWeekday(word))
            {
                zones.Add(word);
            }
        }

        return zones.Count <= 1 && TryTakeZone(zones, ref parts) && parts.TryBuild(out date);
    }

    private static IEnumerable<string> Words(string text)
    {
        string known = KoreanDates.ToWords(text);
        int comment = known.IndexOf('(', StringComparison.Ordinal);
        string[] words = (comment < 0 ? known : known[..comment])
            .Split([' ', ',', '|', ';'], StringSplitOptions.RemoveEmptyEntries);
        foreach (string word in words)
        {
            int t = word.IndexOf('T', StringComparison.Ordinal);
            if (char.IsAsciiDigit(word[0]) && word.Contains('-', StringComparison.Ordinal) && t > 0 && char.IsAsciiDigit(word[^1]))
            {
                yield return word[..t];
                yield return word[(t + 1)..];
            }
            else if (!DateNames.IsFiller(word))
            {
                yield return word;
            }
        }
    }

    private static bool TryTake(string word, ref DateParts parts)
    {
        if (parts.Month is null && DateNames.Month(word) is > 0 and int month)
        {
            parts.Month = month;
            return true;
        }

        return TryTakeTime(word, ref parts) || TryTakeOffset(word, ref parts)
            || TryTakeNumber(word, ref parts) || NumericDates.TryTake(word, ref parts);
    }

    private static bool TryTakeTime(string word, ref DateParts parts)
    {
        word = word switch
        {
            "ص" or "صباحا" or "صباحًا" => "am",
            "م" or "مساء" or "مساءً" => "pm",
            _ => DateTimes.WithColon(word),
        };
        bool? afternoon = Ends(word, "am") || Ends(word, "a.m.") ? false : Ends(word, "pm") || Ends(word, "p.m.") ? true : null;
        if (afternoon is not null && parts.IsAfternoon is null)
        {
            parts.IsAfternoon = afternoon;
            word = word[..^(word.EndsWith('.') ? 4 : 2)];
            if (word.Length == 0)
            {
                return parts.Time is not null;
            }
        }

        if (parts.Time is not null || !word.Contains(':', StringComparison.Ordinal) || word[0] is '+' or '-')
        {
            return false;
        }

        int zone = word.AsSpan().LastIndexOfAny('+', '-');
        string clock = word.TrimEnd('Z', 'z');
        if (zone > 0 && DateZones.TryParseOffset(word.AsSpan(zone), out TimeSpan offset))
        {
            parts.Offset = offset;
            clock = word[..zone];
        }

        bool isTime = DateTimes.TryParse(clock, out TimeSpan time);
        parts.Time = isTime ? time : null;
        return isTime;
    }

    private static bool TryTakeOffset(string word, ref DateParts parts)
    {
        if (parts.Offset is not null || !DateZones.TryParseOffset(word, out TimeSpan offset))
        {
            return false;
        }

        parts.Offset = offset;
        return true;
    }

    private static bool TryTakeNumber(string word, ref DateParts parts)
    {
        string digits = word;
        if (char.IsAsciiDigit(word[0]) && (Ends(word, "st") || Ends(word, "nd") || Ends(word, "rd") || Ends(word, "th")))
        {
            digits = word[..^2];
        }

        digits = digits.TrimEnd('.', 'º');
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || digits.Length is 3 or > 4)
        {
            return false;
        }

        if (parts.Day is null && digits.Length <= 2)
        {
            parts.Day = number;
            return true;
        }

        if (parts.Year is not null || digits.Length == 1)
        {
            return false;
        }

        parts.Year = DateParts.FullYear(number, digits.Length);
        return true;
    }

    // One word may be left over after the time: a zone. Some invent zones; the time is then taken as UTC.
    private static bool TryTakeZone(List<string> zones, ref DateParts parts)
    {
        if (zones.Count == 0)
        {
            return true;
        }

        DateTime local = parts is { Year: >= 1 and <= 9999, Month: >= 1 and <= 12 }
            ? new DateTime(parts.Year.Value, parts.Month.Value, 15)
            : default;
        if (DateZones.TryParseName(zones[0], local, out TimeSpan offset))
        {
            parts.Offset ??= offset;
            return true;
        }

        return parts.Time is not null && zones[0].Length is >= 2 and <= 5 && zones[0].All(char.IsAsciiLetterUpper);
    }

    private static bool Ends(string word, string end) => word.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
