using System.Text.Json;

namespace DigestBot.Evaluation.Tasks;

/// <summary>MAP, MRR and P@1 over the questions that have a right sentence; AUC of "answerable" over all.</summary>
internal sealed class RankScorer : IScorer
{
    private readonly List<double> _precision = [];
    private readonly List<double> _reciprocal = [];
    private readonly List<double> _first = [];
    private readonly List<(double, bool)> _answerable = [];

    public void Add(JsonElement gold, JsonElement prediction)
    {
        int[] labels = [.. gold.GetProperty("labels").EnumerateArray().Select(label => label.GetInt32())];
        double[] scores = [.. prediction.GetProperty("scores").EnumerateArray().Select(score => score.GetDouble())];
        if (labels.Length != scores.Length)
        {
            throw new EvaluationException($"The item '{gold.GetProperty("id")}' has {labels.Length} sentences and {scores.Length} scores.");
        }

        bool answerable = labels.Contains(1);
        _answerable.Add((prediction.GetProperty("answerable").GetDouble(), answerable));
        if (!answerable)
        {
            return;
        }

        // Equal scores keep the order of the list.
        bool[] right = [.. scores.Index().OrderByDescending(score => score.Item).Select(score => labels[score.Index] == 1)];
        double[] precisions = [.. right.Index().Where(place => place.Item).Select((place, before) => (before + 1.0) / (place.Index + 1))];
        _precision.Add(precisions.Average());
        _reciprocal.Add(1.0 / (Array.IndexOf(right, true) + 1));
        _first.Add(right[0] ? 1 : 0);
    }

    public IReadOnlyList<Figure> Figures() =>
    [
        Figure.Mean("map", _precision),
        Figure.Mean("mrr", _reciprocal),
        Figure.Mean("p@1", _first),
        Figure.Auc("auc", _answerable),
    ];
}
