using System.Text.Json;
using DigestBot.Summaries;

namespace DigestBot.Evaluation.Tasks;

/// <summary>F1 of the terms that a question gains beside those that its rewrite by people has gained; 1 where both gain none.</summary>
internal sealed class FollowUpScorer : IScorer
{
    private readonly List<double> _f1 = [];
    private readonly List<(double, double)> _precision = [];
    private readonly List<(double, double)> _recall = [];

    public void Add(JsonElement gold, JsonElement prediction)
    {
        HashSet<string> asked = [.. TextAnalyzer.Terms(gold.RequiredText("question"))];
        HashSet<string> wanted = Added(gold.RequiredText("rewrite"), asked);
        HashSet<string> added = Added(prediction.RequiredText("query"), asked);
        int hits = added.Count(wanted.Contains);
        _f1.Add(F1(hits, added.Count, wanted.Count));
        _precision.Add((hits, added.Count));
        _recall.Add((hits, wanted.Count));
    }

    public IReadOnlyList<Figure> Figures()
    {
        Figure precision = Figure.Share("precision-pooled", _precision), recall = Figure.Share("recall-pooled", _recall);
        return [Figure.Mean("f1", _f1), precision, recall, Figure.F1("f1-pooled", precision, recall)];
    }

    private static HashSet<string> Added(string text, HashSet<string> asked) =>
        [.. TextAnalyzer.Terms(text).Where(term => !asked.Contains(term))];

    private static double F1(int hits, int added, int wanted) => added + wanted == 0 ? 1 : 2.0 * hits / (added + wanted);
}
