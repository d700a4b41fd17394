using System.Globalization;
using System.Text.RegularExpressions;
using DigestBot.Schedules.Time;

namespace DigestBot.Commands.Schedules;

/// <summary>Which of the words that somebody typed speak of times, days or zones. What is quoted never does.</summary>
internal sealed partial class TypedWords(CultureInfo culture)
{
    /// <summary>No list of times or days takes more words.</summary>
    private const int LongestRun = 24;

    private static readonly string[] Halves = ["am", "pm", "am,", "pm,"];

    private static readonly string[] Fillers =
        ["at", "on", "every", "each", "in", "and", "from", "time", ",", "à", "le", "les", "chaque", "tous", "dans", "في", "كل"];

    public static bool Is(TextToken word, string text) =>
        !word.Quoted && string.Equals(word.Raw, text, StringComparison.OrdinalIgnoreCase);

    public static bool IsFiller(TextToken word) =>
        !word.Quoted && Fillers.Contains(word.Raw, StringComparer.OrdinalIgnoreCase);

    /// <summary>True for Europe/Paris and UTC, false for Paris: that may as well be what the news are about.</summary>
    public static bool IsWrittenAsZone(string words) =>
        ZoneInput.Read(words).IsUnderstood
        && (words.Contains('/', StringComparison.Ordinal) || words.Equals("UTC", StringComparison.OrdinalIgnoreCase));

    /// <summary>The parameter that a word names without a colon, as in <c>quiet 22-7</c>; null unless a value for it follows.</summary>
    public static string? NamedByWord(IReadOnlyList<TextToken> words, int at)
    {
        if (at == 0 || at + 1 >= words.Count || words[at].Quoted || ScheduleParameter.Find(words[at].Raw) is not { } parameter)
        {
            return null;
        }

        string next = ScheduleWords.Join([words[at + 1]]);
        bool follows = parameter switch
        {
            ScheduleParameter.Quiet => QuietInput.Read(next).IsUnderstood,
            ScheduleParameter.CatchUp => SpanInput.Read(next).IsUnderstood,
            ScheduleParameter.Zone => ZoneInput.Read(next).IsUnderstood,
            ScheduleParameter.IfEmpty => next is "skip" or "post",
            ScheduleParameter.Stories => int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            _ => false,
        };
        return follows ? parameter : null;
    }

    /// <summary>Where the first time of day stands; null when there is none. A bare number is none, unless "at" stands before it.</summary>
    public static int? FirstTime(IReadOnlyList<TextToken> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (TimeAt(words, i) > 0 && !IsBareNumber(words, i))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>How many words from there on are times, or look as if they were meant as one; zero for none.</summary>
    public static int TimeAt(IReadOnlyList<TextToken> words, int start)
    {
        int times = Longest(words, start, text => TimeInput.Read(text).IsUnderstood);
        return times > 0 || words[start].Quoted || !LooksLikeTime().IsMatch(words[start].Raw) ? times : 1;
    }

    /// <summary>How many words from there on are days; zero for none.</summary>
    public int DaysAt(IReadOnlyList<TextToken> words, int start) =>
        Longest(words, start, text => DayInput.Read(text, culture).IsUnderstood);

    /// <summary>How many of the last words are days.</summary>
    public int DaysAtEnd(IReadOnlyList<TextToken> words)
    {
        int first = Math.Max(0, words.Count - LongestRun);
        return Enumerable.Range(first, words.Count - first)
            .Where(start => start + DaysAt(words, start) == words.Count)
            .Select(start => words.Count - start)
            .FirstOrDefault();
    }

    // 25:00 and 13pm: better told what is wrong with them than taken for a name.
    [GeneratedRegex(@"^[0-9]{1,2}(?:[:.h][0-9]{2}|[:.h]?[0-9]{0,2}(?:am|pm))\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikeTime();

    // "apollo 11 8am" has a number that is no time; "8 am" and "at 8" have one that is.
    private static bool IsBareNumber(IReadOnlyList<TextToken> words, int at) =>
        words[at].Raw.All(c => char.IsDigit(c) || c == ',')
        && (at + 1 == words.Count || !Halves.Contains(words[at + 1].Raw.Replace(".", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase));

    private static int Longest(IReadOnlyList<TextToken> words, int start, Func<string, bool> understands)
    {
        int most = words.Skip(start).TakeWhile(word => !word.Quoted).Take(LongestRun).Count();
        for (int length = most; length > 0; length--)
        {
            if (understands(ScheduleWords.Join(words.Skip(start).Take(length))))
            {
                return length;
            }
        }

        return 0;
    }
}
