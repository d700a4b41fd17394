using System.Text.Json;

namespace DigestBot.Evaluation.Tasks;

/// <summary>The share of right answers.</summary>
internal sealed class RobotsScorer : IScorer
{
    private readonly List<double> _exact = [];

    public void Add(JsonElement gold, JsonElement prediction) =>
        _exact.Add(gold.Member("allowed")?.ValueKind is { } meant && meant == prediction.Member("allowed")?.ValueKind ? 1 : 0);

    public IReadOnlyList<Figure> Figures() => [Figure.Mean("exact", _exact)];
}
