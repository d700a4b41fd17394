using System.Globalization;
using DigestBot.Schedules.Time;

namespace DigestBot.Commands.Suggestions;

/// <summary>Suggestions that depend on nothing but what is typed; what is typed comes first where it is understood already.</summary>
internal static class FixedSuggestions
{
    private static readonly string[] TimesOfDay =
        ["08:00", "07:00", "09:00", "12:00", "17:00", "18:00", "20:00", "06:00", "10:00", "16:00", "19:00", "21:00", "08:00, 18:00"];

    private static readonly string[] DayLists =
        ["daily", "weekdays", "weekends", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon,wed,fri"];

    private static readonly string[] Spans = ["24h", "12h", "6h", "3d", "7d", "2w", "30d", "all"];

    private static readonly string[] CatchUpSpans = ["2h", "30m", "1h", "6h", "skip"];

    private static readonly string[] QuietSpans = ["22:00-07:00", "21:00-08:00", "23:00-06:00", "off"];

    public static IReadOnlyList<Suggestion> Times(string typed) => Of(typed, TimesOfDay, text => TimeInput.Read(text).IsUnderstood);

    public static IReadOnlyList<Suggestion> Days(string typed, CultureInfo culture) =>
        Of(typed, DayLists, text => DayInput.Read(text, culture).IsUnderstood);

    public static IReadOnlyList<Suggestion> Windows(string typed) => Of(typed, Spans, text => WindowText.TryParse(text, out _));

    public static IReadOnlyList<Suggestion> CatchUps(string typed) => Of(typed, CatchUpSpans, text => SpanInput.Read(text).IsUnderstood);

    public static IReadOnlyList<Suggestion> QuietHours(string typed) => Of(typed, QuietSpans, text => QuietInput.Read(text).IsUnderstood);

    private static IReadOnlyList<Suggestion> Of(string typed, IEnumerable<string> usual, Func<string, bool> understands)
    {
        string own = typed.Trim();
        IEnumerable<string> all = own.Length > 0 && understands(own) ? usual.Prepend(own) : usual;
        return SuggestionMatch.Of(typed, all.Select(Suggestion.Of));
    }
}
