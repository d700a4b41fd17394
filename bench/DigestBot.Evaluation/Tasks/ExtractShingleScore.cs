using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace DigestBot.Evaluation.Tasks;

/// <summary>
/// The measure of article-extraction-benchmark: shingles of four words, hits and misses normalized per page, precision
/// and recall as means over pages, F1 of the two means.
/// </summary>
internal sealed partial class ExtractShingleScore
{
    private const int ShingleLength = 4;

    private readonly List<(double Part, double Whole)> _precisions = [];
    private readonly List<(double Part, double Whole)> _recalls = [];
    private readonly List<double> _exact = [];

    /// <summary>Nothing if no page was added.</summary>
    public IReadOnlyList<Figure> Figures()
    {
        if (_exact.Count == 0)
        {
            return [];
        }

        Figure precision = Figure.Share("shingle-precision", _precisions);
        Figure recall = Figure.Share("shingle-recall", _recalls);
        return [Figure.F1("shingle-f1", precision, recall), precision, recall, Figure.Mean("shingle-accuracy", _exact)];
    }

    public void Add(string gold, string predicted)
    {
        Dictionary<string, int> wanted = Shingles(gold);
        Dictionary<string, int> found = Shingles(predicted);
        int hits = found.Sum(shingle => Math.Min(shingle.Value, wanted.GetValueOrDefault(shingle.Key)));
        int allFound = found.Values.Sum(), allWanted = wanted.Values.Sum();
        _precisions.Add(Normalized(hits, allFound));
        _recalls.Add(Normalized(hits, allWanted));
        _exact.Add(hits == allFound && hits == allWanted ? 1 : 0);
    }

    // Every page weighs the same; one without any shingle does not count.
    private static (double Part, double Whole) Normalized(int hits, int all) => all == 0 ? (0, 0) : ((double)hits / all, 1);

    // A text shorter than a shingle is one shingle.
    private static Dictionary<string, int> Shingles(string text)
    {
        string[] words = [.. Word().Matches(text).Select(match => match.Value)];
        var shingles = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < Math.Max(words.Length - ShingleLength + 1, Math.Min(words.Length, 1)); i++)
        {
            string shingle = string.Join(' ', words.Skip(i).Take(ShingleLength));
            CollectionsMarshal.GetValueRefOrAddDefault(shingles, shingle, out _)++;
        }

        return shingles;
    }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
