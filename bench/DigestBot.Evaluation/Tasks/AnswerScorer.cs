using System.Text.Json;

namespace DigestBot.Evaluation.Tasks;

/// <summary>Sentence hit over answerable questions; AUC of the confidence and accuracy of the decision over all.</summary>
internal sealed class AnswerScorer : IScorer
{
    private readonly List<double> _hits = [];
    private readonly List<(double, bool)> _confidence = [];
    private readonly List<double> _decisions = [];

    public void Add(JsonElement gold, JsonElement prediction)
    {
        bool answerable = gold.GetProperty("answerable").GetBoolean();
        _confidence.Add((prediction.GetProperty("confidence").GetDouble(), answerable));
        _decisions.Add(prediction.GetProperty("answered").GetBoolean() == answerable ? 1 : 0);
        if (answerable)
        {
            _hits.Add(prediction.Member("quote") is { } quote && IsHit(gold.List("answers"), quote) ? 1 : 0);
        }
    }

    public IReadOnlyList<Figure> Figures() =>
    [
        Figure.Mean("sentence-hit", _hits),
        Figure.Auc("auc", _confidence),
        Figure.Mean("decision-accuracy", _decisions),
    ];

    // The quote holds one of the gold answers, at its place.
    private static bool IsHit(IReadOnlyList<JsonElement> answers, JsonElement quote)
    {
        int start = quote.GetProperty("start").GetInt32();
        int end = start + quote.GetProperty("length").GetInt32();
        return answers.Any(answer =>
            answer.GetProperty("start").GetInt32() >= start
            && answer.GetProperty("start").GetInt32() + answer.RequiredText("text").Length <= end);
    }
}
