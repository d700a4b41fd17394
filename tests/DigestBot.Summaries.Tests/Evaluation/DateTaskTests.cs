namespace DigestBot.Summaries.Tests.Evaluation;

/// <summary>The task date, whose items have no id.</summary>
[Collection("console")]
public sealed class DateTaskTests : IDisposable
{
    private readonly EvaluationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Dates_are_predicted_in_order_whatever_else_their_lines_hold()
    {
        string items = _folder.Write(
            "items.jsonl",
            """{"src":"a","input":"Thu, 01 Jan 1970 00:00:10 GMT","epoch":"any"}""",
            """{"input":"nonsense"}""",
            """{"input":null,"epoch":null}""",
            """{"input":1520932969}""");

        Assert.Equal(
            [
                """{"input":"Thu, 01 Jan 1970 00:00:10 GMT","epoch":10}""",
                """{"input":"nonsense","epoch":null}""",
                """{"input":null,"epoch":null}""",
                """{"input":1520932969,"epoch":1520932969}""",
            ],
            _folder.Predict("date", items).Select(date => date.GetRawText()));
    }

    [Fact]
    public void A_date_is_right_to_the_second_or_if_any_will_do()
    {
        string gold = _folder.Write(
            "gold.jsonl",
            """{"input":"right","epoch":10.7}""",
            """{"input":"wrong","epoch":10}""",
            """{"input":"any","epoch":"any"}""",
            """{"input":"any, refused","epoch":"any"}""",
            """{"input":"refused","epoch":null}""",
            """{"input":"refused as well"}""",
            """{"input":"not refused","epoch":null}""",
            """{"input":"same","epoch":1}""");
        string pred = _folder.Write(
            "pred.jsonl",
            """{"input":"right","epoch":10}""",
            """{"input":"wrong","epoch":11}""",
            """{"input":"any","epoch":-5}""",
            """{"input":"any, refused","epoch":null}""",
            """{"input":"refused","epoch":null}""",
            """{"input":"refused as well"}""",
            """{"input":"not refused","epoch":0}""",
            """{"input":"of another item","epoch":1}""");

        Assert.Equal(["exact 0.5000"], EvaluationFolder.Score("date", gold, pred));
    }

    [Fact]
    public void Predictions_that_are_too_few_are_not_scored()
    {
        string gold = _folder.Write("gold.jsonl", """{"input":"a","epoch":1}""", """{"input":"b","epoch":2}""");
        string pred = _folder.Write("pred.jsonl", """{"input":"a","epoch":1}""");

        (int code, string _, string error) = EvaluationFolder.Run("score", "date", "--gold", gold, "--pred", pred);

        Assert.Equal(1, code);
        Assert.Contains("too few predictions", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nineteen_of_twenty_dates_of_four_projects_are_exact()
    {
        string dates = SharedData.File("ingest/dates.jsonl.gz");
        _folder.Predict("date", dates);

        string exact = Assert.Single(EvaluationFolder.Score("date", dates, _folder.PathOf("out.jsonl")));

        Assert.True(string.CompareOrdinal(exact, "exact 0.9500") >= 0, exact);
    }
}
