using System.Buffers;
using System.Collections.Frozen;

namespace DigestBot.Summaries;

/// <summary>Tells sentences that a reader understands alone from those that need the one before.</summary>
/// <remarks>Words are English; marks of quotation are those of all languages.</remarks>
internal static class Dependence
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PointingBack = Words(
        "he she it they but and this that these those however meanwhile so also then his her their its there him them or " +
        "yet because which");

    // "This week" points at the calendar, not at the sentence before.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Times = Words(
        "week month year morning afternoon evening weekend summer autumn fall winter spring season time");

    // "There is", "there were": nothing is pointed at.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Being = Words("is are was were has have had will");

    // With an article they mean something that was told before: "the move", "the decision".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Shells = Words(
        "move moves decision announcement ruling latter former pair duo couple incident deal statement remarks comments news " +
        "resolution measure measures plan proposal attack accident verdict findings document letter agreement changes order " +
        "meeting claim claims allegations case result results suspect victim victims");

    private static readonly SearchValues<char> Openers = SearchValues.Create("\"'`\u201C\u2018\u201E\u00AB ");

    /// <summary>Whether a sentence begins with a word that points back at the one before it.</summary>
    public static bool Leans(ReadOnlySpan<char> sentence)
    {
        ReadOnlySpan<char> text = sentence[Math.Max(0, sentence.IndexOfAnyExcept(Openers))..];
        ReadOnlySpan<char> first = Word(text), second = Word(text[first.Length..].TrimStart(' '));
        return first.Equals("the", StringComparison.OrdinalIgnoreCase) ? Shells.Contains(second)
            : PointingBack.Contains(first) && !IsTime(first, second) && !IsExistence(first, second);
    }

    /// <summary>Whether a quotation begins or ends outside the sentence.</summary>
    public static bool IsHalfQuoted(ReadOnlySpan<char> sentence) =>
        (sentence.Count('"') & 1) == 1
        || sentence.Count('\u00AB') != sentence.Count('\u00BB')
        || sentence.Count('\u201C') + sentence.Count('\u201E') != sentence.Count('\u201D') + Germans(sentence)
        || sentence.Count("``") != sentence.Count("''");

    /// <summary>Whether it is nothing but somebody's words, and does not say whose.</summary>
    public static bool IsBareQuotation(ReadOnlySpan<char> sentence) =>
        sentence.Length > 2
        && sentence[0] is '"' or '\u201C' or '\u201E' or '\u00AB' or '`'
        && sentence[^1] is '"' or '\u201D' or '\u201C' or '\u00BB' or '\''
        && sentence[1..^1].IndexOfAny("\"\u201C\u201D\u00BB") < 0;

    // German closes with the mark with which English opens: then it is counted on both sides.
    private static int Germans(ReadOnlySpan<char> sentence) => sentence.Contains('\u201E') ? 2 * sentence.Count('\u201C') : 0;

    private static bool IsTime(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        first.Equals("this", StringComparison.OrdinalIgnoreCase) && Times.Contains(second);

    private static bool IsExistence(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        first.Equals("there", StringComparison.OrdinalIgnoreCase) && Being.Contains(second);

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && char.IsLetter(text[length]))
        {
            length++;
        }

        return text[..length];
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
