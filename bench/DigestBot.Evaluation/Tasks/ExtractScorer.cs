using System.Text.Json;

namespace DigestBot.Evaluation.Tasks;

/// <summary>Shingles for pages whose gold is an "articleBody"; segments for those with "with" and "without".</summary>
internal sealed class ExtractScorer : IScorer
{
    private readonly ExtractShingleScore _shingles = new();
    private readonly ExtractSegmentScore _segments = new();

    public void Add(JsonElement gold, JsonElement prediction)
    {
        string text = prediction.Text("text") ?? string.Empty;
        if (gold.Text("articleBody") is { } body)
        {
            _shingles.Add(body, text);
        }

        string[] wanted = gold.Texts("with"), unwanted = gold.Texts("without");
        if (wanted.Length + unwanted.Length > 0)
        {
            _segments.Add(wanted, unwanted, text);
        }
    }

    public IReadOnlyList<Figure> Figures() => [.. _shingles.Figures(), .. _segments.Figures()];
}
