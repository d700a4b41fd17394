using System.Text.RegularExpressions;

namespace DigestBot.Evaluation.Tasks;

/// <summary>The measure of trafilatura's evaluation: segments that must and must not be in the text, pooled over pages.</summary>
internal sealed partial class ExtractSegmentScore
{
    private readonly List<(int Hits, int Extra, int Wanted, int Unwanted)> _pages = [];

    /// <summary>Nothing if no page was added.</summary>
    public IReadOnlyList<Figure> Figures()
    {
        if (_pages.Count == 0)
        {
            return [];
        }

        Figure precision = Figure.Share("segment-precision", _pages.ConvertAll(page => ((double)page.Hits, (double)page.Hits + page.Extra)));
        Figure recall = Figure.Share("segment-recall", _pages.ConvertAll(page => ((double)page.Hits, (double)page.Wanted)));
        Figure accuracy = Figure.Share("segment-accuracy", _pages.ConvertAll(page =>
            ((double)page.Hits + page.Unwanted - page.Extra, (double)page.Wanted + page.Unwanted)));
        return [Figure.F1("segment-f1", precision, recall), precision, recall, accuracy];
    }

    public void Add(IReadOnlyList<string> wanted, IReadOnlyList<string> unwanted, string text)
    {
        string flat = Flatten(text);
        int hits = wanted.Count(segment => flat.Contains(Flatten(segment), StringComparison.Ordinal));
        int extra = unwanted.Count(segment => flat.Contains(Flatten(segment), StringComparison.Ordinal));
        _pages.Add((hits, extra, wanted.Count, unwanted.Count));
    }

    private static string Flatten(string text) => WhiteSpace().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();
}
