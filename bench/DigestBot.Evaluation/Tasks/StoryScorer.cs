using System.Text.Json;

namespace DigestBot.Evaluation.Tasks;

/// <summary>BCubed precision, recall and F (Bagga and Baldwin, 1998), and the number of stories found.</summary>
internal sealed class StoryScorer : IScorer
{
    private readonly List<(string Gold, string Found)> _labels = [];

    public void Add(JsonElement gold, JsonElement prediction) =>
        _labels.Add((gold.Scalar("story") ?? "", prediction.Scalar("story") ?? ""));

    public IReadOnlyList<Figure> Figures() =>
    [
        new Figure("bcubed-precision", _labels.Count, items => Precision(items)),
        new Figure("bcubed-recall", _labels.Count, items => Recall(items)),
        new Figure("bcubed-f", _labels.Count, items => F(Precision(items), Recall(items))),
        new Figure("stories", _labels.Count, items => items.Select(item => _labels[item].Found).Distinct(StringComparer.Ordinal).Count()),
    ];

    private double Precision(IReadOnlyList<int> items) => Share(items, label => label.Found);

    private double Recall(IReadOnlyList<int> items) => Share(items, label => label.Gold);

    // Of those that share a label with an item, the part that shares both; averaged over the items.
    private double Share(IReadOnlyList<int> items, Func<(string Gold, string Found), string> key)
    {
        var both = items.GroupBy(item => _labels[item]).ToDictionary(group => group.Key, group => group.Count());
        var one = items.GroupBy(item => key(_labels[item])).ToDictionary(group => group.Key, group => group.Count());
        return items.Count == 0 ? 0 : items.Average(item => (double)both[_labels[item]] / one[key(_labels[item])]);
    }

    private static double F(double precision, double recall) =>
        precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}
