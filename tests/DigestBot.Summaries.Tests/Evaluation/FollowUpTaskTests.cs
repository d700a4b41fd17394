using System.Text.Json;

namespace DigestBot.Summaries.Tests.Evaluation;

/// <summary>Follow-up questions, predicted and scored.</summary>
[Collection("console")]
public sealed class FollowUpTaskTests : IDisposable
{
    private const string Item =
        """{"id":"a","history":["Clara Mason","Bridges","Where was she born?","In Port Lysa"],"question":"Did she win prizes?","rewrite":"Did Clara Mason win prizes?"}""";

    private readonly EvaluationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_prediction_is_a_question_that_stands_by_itself()
    {
        JsonElement prediction = Assert.Single(_folder.Predict("followup", _folder.Write("items.jsonl", Item)));

        Assert.Equal("Did she win prizes? (Clara Mason)", prediction.GetProperty("query").GetString());
    }

    [Fact]
    public void Added_terms_are_scored_and_adding_none_is_right_where_none_was_meant()
    {
        string gold = _folder.Write("gold.jsonl", Item, """{"id":"b","history":[],"question":"Who won?","rewrite":"Who won?"}""");
        string pred = _folder.Write("pred.jsonl",
            """{"id":"a","query":"Did she win prizes? (Clara Lysa)"}""",
            """{"id":"b","query":"Who won?"}""");

        (int _, string figures, string _) = EvaluationFolder.Run("score", "followup", "--gold", gold, "--pred", pred);

        Assert.Equal(
            ["f1 0.7500", "precision-pooled 0.5000", "recall-pooled 0.5000", "f1-pooled 0.5000"],
            figures.ReplaceLineEndings("\n").Trim().Split('\n'));
    }
}
