using System.Globalization;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Time;

/// <summary>Names of days, and words for several of them.</summary>
internal static class DayNames
{
    private const int ShortestName = 2;

    private static readonly Weekdays[] Sunday =
        [Weekdays.Sunday, Weekdays.Monday, Weekdays.Tuesday, Weekdays.Wednesday, Weekdays.Thursday, Weekdays.Friday, Weekdays.Saturday];

    // Tables of our own for our own languages: not every machine knows every culture. Sunday first.
    private static readonly string[] English = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    private static readonly string[] French = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];
    private static readonly string[] Arabic = ["احد", "اثنين", "ثلاثاء", "اربعاء", "خميس", "جمعه", "سبت"];

    // No words for "weekend" in Arabic: it is Friday and Saturday in some countries, not in others.
    private static readonly (string Words, Weekdays Days)[] Groups =
    [
        ("weekdays", Weekdays.Workdays), ("weekday", Weekdays.Workdays), ("workdays", Weekdays.Workdays), ("workday", Weekdays.Workdays),
        ("weekends", Weekdays.Weekend), ("weekend", Weekdays.Weekend), ("daily", Weekdays.All), ("everyday", Weekdays.All),
        ("day", Weekdays.All), ("days", Weekdays.All), ("all", Weekdays.All), ("always", Weekdays.All), ("weds", Weekdays.Wednesday),
        ("jour", Weekdays.All), ("jours", Weekdays.All), ("quotidien", Weekdays.All), ("quotidiennement", Weekdays.All), ("يوميا", Weekdays.All),
    ];

    private static readonly (string Phrase, string Word)[] Phrases =
    [
        ("week-end", "weekend"), ("week end", "weekend"), ("week days", "weekdays"), ("week-days", "weekdays"), ("work days", "workdays"),
        ("working days", "workdays"), ("business days", "workdays"), ("jours ouvrables", "workdays"), ("jours ouvres", "workdays"),
        ("jours de semaine", "workdays"), ("en semaine", "workdays"), ("7 days a week", "daily"), ("كل الايام", "daily"), ("كل يوم", "daily"),
    ];

    /// <summary>Brings phrases of several words to one word.</summary>
    public static string Replace(string plain) =>
        Phrases.Aggregate(plain, (text, phrase) => EndsWord(text, phrase.Phrase) ? text.Replace(phrase.Phrase, phrase.Word, StringComparison.Ordinal) : text);

    /// <summary>The days that a plain word names, by its beginning if no other day begins so; none when it names nothing.</summary>
    public static Weekdays Find(string word, CultureInfo culture)
    {
        foreach ((string words, Weekdays days) in Groups)
        {
            if (words == word)
            {
                return days;
            }
        }

        foreach (string[] names in Languages(culture))
        {
            Weekdays found = Find(word, names);
            if (found != Weekdays.None)
            {
                return found;
            }
        }

        // "And" is written together with what follows.
        return word.StartsWith('و') ? Find(word[1..], culture) : Weekdays.None;
    }

    /// <summary>Names and words that a slip of the fingers may have meant.</summary>
    public static IReadOnlyList<string> Near(string word, CultureInfo culture) =>
        NearNames.Of(word, Languages(culture).SelectMany(names => names).Concat(Groups.Select(group => group.Words)).Distinct());

    private static Weekdays Find(string word, string[] names)
    {
        string bare = word.Length > 4 && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word;
        string single = bare.Length > ShortestName && bare[^1] == 's' ? bare[..^1] : bare;
        Weekdays found = Weekdays.None;
        for (int i = 0; i < names.Length; i++)
        {
            string beginning = names[i].StartsWith(bare, StringComparison.Ordinal) ? bare : single;
            if (names[i] == beginning)
            {
                return Sunday[i];
            }

            found |= beginning.Length >= ShortestName && names[i].StartsWith(beginning, StringComparison.Ordinal) ? Sunday[i] : Weekdays.None;
        }

        return int.PopCount((int)found) == 1 ? found : Weekdays.None;
    }

    private static IEnumerable<string[]> Languages(CultureInfo culture) => culture.TwoLetterISOLanguageName switch
    {
        "en" or "iv" => [English],
        "fr" => [French, English],
        "ar" => [Arabic, English],
        _ => [[.. culture.DateTimeFormat.DayNames.Select(Plain.Of)], English],
    };

    private static bool EndsWord(string text, string phrase)
    {
        int end = text.IndexOf(phrase, StringComparison.Ordinal) + phrase.Length;
        return end >= phrase.Length && (end == text.Length || !char.IsLetter(text[end]) || text[end] == 's');
    }
}
