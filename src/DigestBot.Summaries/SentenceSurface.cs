using System.Buffers;

namespace DigestBot.Summaries;

/// <summary>What a sentence looks like, seen without understanding a word.</summary>
/// <param name="Words">Tokens between white space: what a word budget counts.</param>
/// <param name="Capitals">Words behind the first that begin with a capital.</param>
/// <param name="Numbers">Words that hold a digit.</param>
/// <param name="HasQuotation">Whether a quotation mark stands in it.</param>
/// <param name="StartsQuoted">Whether it begins with one.</param>
/// <param name="Asks">Whether a question mark stands in it.</param>
/// <param name="HasBracket">Whether a bracket stands in it.</param>
/// <param name="Attributes">Whether it says who said it. English.</param>
internal readonly record struct SentenceSurface(
    int Words, int Capitals, int Numbers, bool HasQuotation, bool StartsQuoted, bool Asks, bool HasBracket, bool Attributes)
{
    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"\u201C\u201D\u201E\u00AB\u00BB");

    // Straight single marks are apostrophes unless they are doubled or stand before a word.
    private static readonly SearchValues<string> PlainMarks = SearchValues.Create(["``", "''", " '"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Sayings =
        SearchValues.Create([" said", " says", " told", "according to"], StringComparison.OrdinalIgnoreCase);

    public static SentenceSurface Of(ReadOnlySpan<char> sentence)
    {
        int words = 0, capitals = 0, numbers = 0;
        bool inWord = false, numbered = false;
        foreach (char c in sentence)
        {
            if (char.IsWhiteSpace(c))
            {
                inWord = false;
                continue;
            }

            if (!inWord)
            {
                words++;
                capitals += words > 1 && char.IsUpper(c) ? 1 : 0;
                (inWord, numbered) = (true, false);
            }

            if (!numbered && char.IsAsciiDigit(c))
            {
                numbered = true;
                numbers++;
            }
        }

        return new(
            words,
            capitals,
            numbers,
            sentence.ContainsAny(QuotationMarks) || (sentence.ContainsAny('`', '\'') && sentence.ContainsAny(PlainMarks)),
            !sentence.IsEmpty && (QuotationMarks.Contains(sentence[0]) || sentence[0] is '\'' or '`' or '\u2018'),
            sentence.Contains('?'),
            sentence.Contains('('),
            sentence.ContainsAny(Sayings));
    }
}
