using DigestBot.Evaluation.Refusing;

namespace DigestBot.Summaries.Tests.Evaluation;

/// <summary>A collection is asked what it can answer and what it cannot.</summary>
[Collection("console")]
public sealed class RefuseCommandTests : IDisposable
{
    private readonly EvaluationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Right_answers_and_refusals_are_counted_and_shown()
    {
        string news = _folder.Write(
            "news.jsonl",
            """{"title":"Ferry Aurora aground","text":"The ferry Aurora ran aground off Punta Brava at dawn. All 214 passengers were brought ashore."}""",
            """{"title":"Council passes budget","text":"The council of Riva passed its budget on Thursday after a debate of nine hours."}""");
        string questions = _folder.Write(
            "questions.txt", "# a question and its answer", "Where did the ferry Aurora run aground?\tPunta Brava", "Who wrote Hamlet?\t-", "When did the council pass its budget?\tFriday | Thursday");

        (int code, string output, string _) = EvaluationFolder.Run("refuse", "--news", news, "--questions", questions, "--show");

        Assert.Equal(0, code);
        Assert.Contains("2 articles, 3 questions", output, StringComparison.Ordinal);
        Assert.Contains("from 0.3: of 2 with an answer 1.000 right, 0.000 wrong; of 1 without 1.000 refused", output, StringComparison.Ordinal);
        Assert.Contains("none  0.00 Who wrote Hamlet?", output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_told_what_to_ask()
    {
        (int code, string _, string error) = EvaluationFolder.Run("refuse", "--news", "news.jsonl");

        Assert.Equal(2, code);
        Assert.Equal("Give either --data, or --news and --questions.", error.Trim());
    }

    [Fact]
    public void The_regression_finds_the_weights_that_made_the_examples()
    {
        double[] made = [2, -1, 0.5];
        var random = new Random(1);
        double[][] rows = [.. Enumerable.Range(0, 20_000).Select(_ => (double[])[random.NextDouble() * 4, random.NextDouble() * 4])];
        bool[] right = [.. rows.Select(row => random.NextDouble() < LogisticFit.Apply(made, row))];

        double[] found = LogisticFit.Fit(rows, right, [.. rows.Select(_ => 1.0)]);

        Assert.All(made.Zip(found), pair => Assert.InRange(pair.Second, pair.First - 0.15, pair.First + 0.15));
    }
}
