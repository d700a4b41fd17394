using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace DigestBot.Summaries;

/// <summary>English words around figures: what they count, how exactly, and what makes them something else than a count.</summary>
internal static class FigureWords
{
    /// <summary>By word: what happened to those who are counted.</summary>
    public static readonly FrozenDictionary<string, string> Fates = Map(
        ("dead", "kill kills killed killing die dies died dead death deaths fatalities"),
        ("hurt", "injured injuring injuries wounded wounding hurt"),
        ("missing", "missing"),
        ("held", "arrested arresting arrests detained detaining"));

    /// <summary>Those who are counted where nothing is said of them but that they are people.</summary>
    public static readonly FrozenSet<string> Anybody = Set("people persons victims others casualties fatalities deaths injuries arrests");

    public static readonly FrozenSet<string> AtLeast = Set("least more over");

    public static readonly FrozenSet<string> About = Set("about around nearly almost some roughly approximately estimated");

    /// <summary>Words between a figure and what it counts that say how exact it is.</summary>
    public static readonly FrozenSet<string> Between = Set("at than all as many the another an additional total of");

    /// <summary>Before a figure: it is a bound from above, one of several, or something else than a count.</summary>
    public static readonly FrozenSet<string> NoCountBefore = Set(
        "another additional other fewer less most aged age page chapter route highway interstate section article number no top only "
        + "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec");

    /// <summary>Behind a figure: a part of a whole, a measure, a time or a date.</summary>
    public static readonly FrozenSet<string> NoCountAfter = Set(
        "of more other others percent per cent am pm million billion trillion hundred thousand dozen "
        + "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec");

    /// <summary>Plural nouns that measure, or that count what no two reports mean alike.</summary>
    public static readonly FrozenSet<string> Measures = Set(
        "years months weeks days hours minutes seconds decades miles kilometers kilometres metres meters feet inches yards acres "
        + "hectares degrees points percentage dollars euros pounds cents times others things ways reasons questions terms cases pages words "
        + "people persons votes seats states countries states members electors delegates polls rounds series thousands hundreds millions billions dozens tons tonnes barrels shares "
        + "games matches seasons goals runs points wins losses yards pixels children women men boys girls individuals");

    public static readonly FrozenSet<string> Plurals = Set("people men women children police troops personnel crew civilians");

    /// <summary>A sentence with one of these counts something supposed, usual or long past.</summary>
    public static readonly FrozenSet<string> Elsewhere = Set(
        "could may might would if expected projected feared potentially average annually annual every each since previous previously "
        + "history ago decade decades century year years month months past last ever typically usually estimates");

    /// <summary>A sentence with one of these holds one count against another.</summary>
    public static readonly FrozenSet<string> Compared = Set("than earlier first initially");

    /// <summary>Behind a second figure that goes on with what the first one counts.</summary>
    public static readonly FrozenSet<string> GoesOn = Set("others other more in at near elsewhere");

    public static readonly FrozenSet<string> Tolls = Set("toll number count tally");

    /// <summary>Before the figure that a toll has come to.</summary>
    public static readonly FrozenSet<string> Reached = Set("to at of reached hit");

    private static readonly FrozenDictionary<string, int> Numbers = new[]
    {
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    }.Select((word, i) => (word, value: i + 2)).ToFrozenDictionary(entry => entry.word, entry => entry.value, StringComparer.Ordinal);

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly SearchValues<string> Written = SearchValues.Create([.. Numbers.Keys, .. Tens], StringComparison.OrdinalIgnoreCase);

    /// <summary>False where there cannot be a figure; most sentences are done with at that.</summary>
    public static bool MayCount(ReadOnlySpan<char> sentence) => sentence.ContainsAnyInRange('0', '9') || sentence.ContainsAny(Written);

    /// <summary>The whole number, from 2, that a word or two joined by a hyphen say, and how many words that are; 0 for none.</summary>
    public static (long Value, int Words) Read(ReadOnlySpan<FigureToken> tokens, int at)
    {
        FigureToken token = tokens[at];
        int ten = Array.IndexOf(Tens, token.Word);
        if (ten >= 0 && token.After == '-' && at + 1 < tokens.Length && Numbers.TryGetValue(tokens[at + 1].Word, out int unit) && unit < 10)
        {
            return ((10 * (ten + 2)) + unit, 2);
        }

        long value = ten >= 0 ? 10 * (ten + 2)
            : Numbers.TryGetValue(token.Word, out int small) ? small
            : token.Word.Length <= 9
                && long.TryParse(token.Word, NumberStyles.None, CultureInfo.InvariantCulture, out long digits) ? digits
            : 0;
        return value >= 2 ? (value, 1) : (0, 0);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Map(params (string Name, string Words)[] groups) => groups
        .SelectMany(group => group.Words.Split(' ').Select(word => (word, group.Name)))
        .ToFrozenDictionary(entry => entry.word, entry => entry.Name, StringComparer.Ordinal);
}
