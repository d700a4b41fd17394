using System.Text.Json;

namespace DigestBot.Evaluation;

/// <summary>Gathers predictions of one file next to their gold items and sums them up.</summary>
internal interface IScorer
{
    void Add(JsonElement gold, JsonElement prediction);

    IReadOnlyList<Figure> Figures();
}
