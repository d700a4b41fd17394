using System.Text.RegularExpressions;

namespace DigestBot.Schedules.Time;

/// <summary>Reads the times of day that people type: one, or a list in any order.</summary>
internal static partial class TimeInput
{
    /// <summary>One an hour is a ticker, more is noise.</summary>
    public const int MostTimes = 24;

    /// <returns>Ascending, each once. A bare <c>8</c> is 08:00, unless a time beside it says am or pm.</returns>
    public static Reading<IReadOnlyList<TimeOnly>> Read(string text)
    {
        string plain = Plain.Of(text);
        List<ClockText> read = [];
        int position = Separators().Match(plain).Length;
        while (position < plain.Length)
        {
            if (ClockText.At(plain, position, out int end) is not { } clock)
            {
                return Fail(read, new(MisreadingKind.Unknown, WordAt(plain, position)));
            }

            if (clock.Time is null)
            {
                string[] midnight = clock is { Hour: 24, Minute: 0 } ? ["00:00"] : [];
                return Fail(read, new(MisreadingKind.OutOfRange, clock.Text, midnight));
            }

            read.Add(clock);
            position = end + Separators().Match(plain, end).Length;
        }

        return Check(read);
    }

    private static Reading<IReadOnlyList<TimeOnly>> Check(List<ClockText> read)
    {
        if (read.Count == 0)
        {
            return Fail(read, new(MisreadingKind.Empty, ""));
        }

        if (read.Exists(clock => clock.Half is not null) && read.Find(clock => clock.IsLoose) is { } loose)
        {
            return Fail([.. read.Where(clock => !clock.IsLoose)], new(MisreadingKind.Ambiguous, loose.Text, loose.Readings));
        }

        IReadOnlyList<TimeOnly> times = Times(read);
        return times.Count <= MostTimes ? new(times) : Fail([.. read.Take(MostTimes)], new(MisreadingKind.TooMany, Plural(times)));
    }

    private static Reading<IReadOnlyList<TimeOnly>> Fail(List<ClockText> read, Misreading misreading) => new(Times(read), misreading);

    private static IReadOnlyList<TimeOnly> Times(List<ClockText> read) => [.. read.Select(clock => clock.Time!.Value).Distinct().Order()];

    private static string Plural(IReadOnlyList<TimeOnly> times) => string.Join(", ", times.Select(ClockText.Show));

    private static string WordAt(string plain, int position) => Word().Match(plain, position).Value is { Length: > 0 } word ? word : plain[position..];

    [GeneratedRegex(@"\G(?:[\s,;&+/]|(?:and|et|und|y|و)(?!\w))*", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\G[^\s,;]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
