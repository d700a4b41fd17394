using System.Text.Json;

namespace DigestBot.Evaluation.Tasks;

/// <summary>The share of exact answers: the same second, no date where none is meant, any date where "any" will do.</summary>
internal sealed class DateScorer : IScorer
{
    private readonly List<double> _exact = [];

    public void Add(JsonElement gold, JsonElement prediction)
    {
        bool sameItem = gold.Scalar("input") == prediction.Scalar("input");
        long? epoch = prediction.Whole("epoch");
        bool isRight = gold.Text("epoch") is not null ? epoch is not null : epoch == gold.Whole("epoch");
        _exact.Add(sameItem && isRight ? 1 : 0);
    }

    public IReadOnlyList<Figure> Figures() => [Figure.Mean("exact", _exact)];
}
