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

    private readonly List<double> _precisions = [];
    private readonly List<double> _recalls = [];
    private int _exact;

    public int Pages { get; private set; }

    public IReadOnlyDictionary<string, double> Figures
    {
        get
        {
            double precision = Mean(_precisions);
            double recall = Mean(_recalls);
            return new Dictionary<string, double>
            {
                ["f1"] = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall),
                ["precision"] = precision,
                ["recall"] = recall,
                ["accuracy"] = Pages == 0 ? 0 : (double)_exact / Pages,
                ["pages"] = Pages,
            };
        }
    }

    public void Add(string gold, string predicted)
    {
        Dictionary<string, int> wanted = Shingles(gold);
        Dictionary<string, int> found = Shingles(predicted);
        double hits = found.Sum(shingle => Math.Min(shingle.Value, wanted.GetValueOrDefault(shingle.Key)));
        double extra = found.Values.Sum() - hits;
        double missed = wanted.Values.Sum() - hits;
        Pages++;
        _exact += extra == 0 && missed == 0 ? 1 : 0;
        if (hits + extra > 0)
        {
            _precisions.Add(hits / (hits + extra));
        }

        if (hits + missed > 0)
        {
            _recalls.Add(hits / (hits + missed));
        }
    }

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

    private static double Mean(List<double> values) => values.Count == 0 ? 0 : values.Average();

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
