using System.Text.RegularExpressions;

namespace DigestBot.Evaluation.Tasks;

/// <summary>The measure of trafilatura's evaluation: segments that must and must not be in the text, pooled over pages.</summary>
internal sealed partial class ExtractSegmentScore
{
    private int _hits;
    private int _missed;
    private int _extra;
    private int _avoided;

    public IReadOnlyDictionary<string, double> Figures
    {
        get
        {
            double precision = Share(_hits, _hits + _extra);
            double recall = Share(_hits, _hits + _missed);
            return new Dictionary<string, double>
            {
                ["f1"] = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall),
                ["precision"] = precision,
                ["recall"] = recall,
                ["accuracy"] = Share(_hits + _avoided, _hits + _missed + _extra + _avoided),
                ["segments"] = _hits + _missed + _extra + _avoided,
            };
        }
    }

    public void Add(IReadOnlyList<string> wanted, IReadOnlyList<string> unwanted, string text)
    {
        string flat = Flatten(text);
        int hits = wanted.Count(segment => flat.Contains(Flatten(segment), StringComparison.Ordinal));
        int extra = unwanted.Count(segment => flat.Contains(Flatten(segment), StringComparison.Ordinal));
        _hits += hits;
        _missed += wanted.Count - hits;
        _extra += extra;
        _avoided += unwanted.Count - extra;
    }

    private static string Flatten(string text) => WhiteSpace().Replace(text, " ").Trim();

    private static double Share(int part, int all) => all == 0 ? 0 : (double)part / all;

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();
}
