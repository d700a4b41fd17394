using System.Collections.Frozen;
using System.Globalization;

namespace DigestBot.Summaries;

/// <summary>How common a stem is in English news, for a place where few articles have been counted yet.</summary>
/// <remarks>
/// Counted over published test sets by the command <c>count</c> of bench/DigestBot.Evaluation, which writes the table again.
/// It goes with one <see cref="TextAnalyzer.Version"/>.
/// </remarks>
public static class CommonStems
{
    private const string Table = "common.stems";

    private static readonly FrozenDictionary<uint, float> Shares = Read();

    /// <summary>The share of articles that hold a stem.</summary>
    /// <param name="hash">From <see cref="TermVector.HashOf"/>.</param>
    /// <returns>0 for a stem that is not common, below 1 for others.</returns>
    public static float ShareOf(uint hash) => Shares.GetValueOrDefault(hash);

    // The first line that is no comment says how many articles were counted; each other one a stem and in how many it stands.
    private static FrozenDictionary<uint, float> Read()
    {
        using Stream stream = typeof(CommonStems).Assembly.GetManifestResourceStream(Table)!;
        using var reader = new StreamReader(stream);
        var shares = new Dictionary<uint, float>();
        float articles = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            int space = line.LastIndexOf(' ');
            float count = int.Parse(line.AsSpan(space + 1), CultureInfo.InvariantCulture);
            if (space < 0)
            {
                articles = count;
            }
            else
            {
                shares[TermVector.HashOf(line.AsSpan(0, space))] = count / articles;
            }
        }

        return shares.ToFrozenDictionary();
    }
}
