using System.Text.Json;
using DigestBot.Evaluation.Rouge;

namespace DigestBot.Summaries.Tests.Evaluation;

/// <summary>ROUGE against the reference implementation's own test vectors.</summary>
public sealed class RougeVectorTests
{
    [Fact]
    public void All_vectors_of_the_reference_implementation_agree()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.File("eval/rouge-vectors.json")));
        double tolerance = document.RootElement.GetProperty("tolerance").GetDouble();
        JsonElement[] vectors = [.. document.RootElement.GetProperty("vectors").EnumerateArray()];

        Assert.Equal(22, vectors.Length);
        Assert.All(vectors, vector =>
        {
            RougeScore score = Score(vector);
            Assert.Equal(vector.GetProperty("precision").GetDouble(), score.Precision, tolerance);
            Assert.Equal(vector.GetProperty("recall").GetDouble(), score.Recall, tolerance);
            Assert.Equal(vector.GetProperty("fmeasure").GetDouble(), score.F, tolerance);
        });
    }

    private static RougeScore Score(JsonElement vector)
    {
        string target = vector.GetProperty("target").GetString()!;
        string prediction = vector.GetProperty("prediction").GetString()!;
        bool stem = vector.GetProperty("stemmer").GetBoolean();
        return vector.GetProperty("type").GetString() switch
        {
            "rougeL" => RougeScorer.L(target, prediction, stem),
            "rougeLsum" => RougeScorer.LSum(target, prediction, stem),
            string name => RougeScorer.N(target, prediction, name[^1] - '0', stem),
            _ => throw new InvalidOperationException("A vector has no type."),
        };
    }
}
