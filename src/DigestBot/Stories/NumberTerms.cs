using System.Collections.Frozen;
using System.Globalization;
using DigestBot.Summaries;

namespace DigestBot.Stories;

/// <summary>Knows a number by its hash: a stored vector holds no words.</summary>
/// <remarks>
/// Whole numbers up to 9,999, full thousands up to a million and one decimal up to 999.9, as <see cref="TextAnalyzer"/>
/// writes them: nearly all that news counts. Of a million other stems five are taken for a number.
/// </remarks>
internal static class NumberTerms
{
    private const int Whole = 10_000;
    private const int Thousands = 1_000;
    private const int Units = 1_000;

    private static readonly FrozenSet<uint> Hashes = All().ToFrozenSet();

    public static bool Contains(uint hash) => Hashes.Contains(hash);

    private static IEnumerable<uint> All()
    {
        IEnumerable<string> written =
        [
            .. Enumerable.Range(0, Whole).Select(number => number.ToString(CultureInfo.InvariantCulture)),
            .. Enumerable.Range(Whole / 1000, Thousands).Select(thousand => $"{thousand}000"),
            .. Enumerable.Range(0, Units * 10).Select(tenths => $"{tenths / 10}p{tenths % 10}"),
        ];
        return written.Select(number => TermVector.HashOf(number));
    }
}
