using System.Collections.Frozen;

namespace DigestBot.Summaries;

/// <summary>Words that show which kinds of answer a question asks for and a passage offers. English; folded.</summary>
internal static class AnswerCues
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberWords = Make(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen " +
        "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion " +
        "billions trillion dozen dozens half twice percent");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TimeWords = Make(
        "january february march april june july august september october november december monday tuesday wednesday thursday " +
        "friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec yesterday today tomorrow tonight century decade " +
        "ago week month night morning evening afternoon spring summer autumn winter");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ReasonWords = Make(
        "because due since cause caused causes reason reasons owing thus therefore result resulted led prompted blamed after amid");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PlaceWords = Make(
        "in at near from to outside inside around across north south east west of");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PlaceNouns = Make(
        "city town country state place province region island capital location village river county continent");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TimeNouns = Make(
        "year date day month time century decade");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NameNouns = Make(
        "name person president minister leader actor singer author team company group organization party player king queen " +
        "director inventor founder");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberNouns = Make(
        "number amount percentage percent population price cost rate size height length distance age total");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MeasuredBy = Make(
        "many much old long far tall big large high deep often fast heavy wide few hot cold");

    /// <summary>The kind that a question word and the word behind it ask for.</summary>
    public static AnswerType Asked(ReadOnlySpan<char> questionWord, ReadOnlySpan<char> next) => questionWord switch
    {
        "who" or "whom" or "whose" => AnswerType.Name,
        "when" => AnswerType.Time,
        "where" => AnswerType.Place,
        "why" => AnswerType.Reason,
        "how" => MeasuredBy.Contains(next) ? AnswerType.Number : AnswerType.Any,
        "what" or "which" => NounType(next),
        _ => AnswerType.Any,
    };

    /// <summary>Whether this word only says which measure is asked for: "how many".</summary>
    public static bool IsMeasure(ReadOnlySpan<char> word) => MeasuredBy.Contains(word);

    /// <summary>The kinds that a word of a passage offers; the word before it tells names of places.</summary>
    public static AnswerType Offered(ReadOnlySpan<char> word, bool capital, bool afterPreposition)
    {
        AnswerType offered = AnswerType.Any;
        if (char.IsAsciiDigit(word[0]))
        {
            offered |= AnswerType.Number;
            offered |= IsYear(word) ? AnswerType.Time : AnswerType.Any;
        }

        offered |= NumberWords.Contains(word) ? AnswerType.Number : AnswerType.Any;
        offered |= TimeWords.Contains(word) || (capital && word is "may") ? AnswerType.Time : AnswerType.Any;
        offered |= ReasonWords.Contains(word) ? AnswerType.Reason : AnswerType.Any;
        if (capital && (offered & AnswerType.Time) == 0)
        {
            offered |= AnswerType.Name | (afterPreposition ? AnswerType.Place : AnswerType.Any);
        }

        return offered;
    }

    public static bool IsPlacePreposition(ReadOnlySpan<char> word) => PlaceWords.Contains(word);

    private static AnswerType NounType(ReadOnlySpan<char> noun) =>
        TimeNouns.Contains(noun) ? AnswerType.Time
        : PlaceNouns.Contains(noun) ? AnswerType.Place
        : NumberNouns.Contains(noun) ? AnswerType.Number
        : NameNouns.Contains(noun) ? AnswerType.Name
        : AnswerType.Any;

    private static bool IsYear(ReadOnlySpan<char> word) =>
        word.Length is 4 or 5 && word[0] is '1' or '2' && !word[..4].ContainsAnyExceptInRange('0', '9')
        && (word.Length == 4 || word[4] == 's');

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Make(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
