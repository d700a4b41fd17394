using System.Text.Json;

namespace DigestBot.Summaries.Tests.Evaluation;

/// <summary>The evaluation program as one meets it on the command line.</summary>
[Collection("console")]
public sealed class EvaluationProgramTests : IDisposable
{
    private const string Item =
        """{"id":"x","documents":[{"id":"1","text":"The dam broke at dawn on Tuesday. Two villages were flooded. It rained."}],"references":["The dam broke at dawn."],"sentences":1}""";

    private readonly EvaluationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Predictions_are_written_scored_and_timed()
    {
        string items = _folder.Write("items.jsonl", Item), predictions = _folder.PathOf("out.jsonl");

        (int predicted, string _, string timing) = EvaluationFolder.Run("predict", "summarize", "--in", items, "--out", predictions);
        (int scored, string figures, string _) = EvaluationFolder.Run("score", "summarize", "--gold", items, "--pred", predictions);

        Assert.Equal((0, 0), (predicted, scored));
        Assert.Matches(@"^1 items, \d+\.\d+ seconds, \d+ items/s, threads 1\s*$", timing);
        Assert.Contains("rouge1 0.8", figures, StringComparison.Ordinal);
        JsonElement quote = JsonElement.Parse(File.ReadAllText(predictions)).GetProperty("quotes")[0];
        Assert.Equal("The dam broke at dawn on Tuesday.", quote.GetProperty("text").GetString());
    }

    [Fact]
    public void Compressed_items_and_several_threads_give_the_same_predictions()
    {
        string items = _folder.WriteCompressed(
            "items.jsonl.gz", Enumerable.Range(0, 300).Select(i => Item.Replace("\"x\"", $"\"{i}\"", StringComparison.Ordinal)));

        EvaluationFolder.Run("predict", "summarize", "--in", items, "--out", _folder.PathOf("one.jsonl"));
        EvaluationFolder.Run("predict", "summarize", "--in", items, "--out", _folder.PathOf("two.jsonl"), "--threads", "2");

        Assert.Equal(300, File.ReadLines(_folder.PathOf("one.jsonl")).Count());
        Assert.Equal(File.ReadAllText(_folder.PathOf("one.jsonl")), File.ReadAllText(_folder.PathOf("two.jsonl")));
    }

    [Fact]
    public void A_comparison_prints_an_interval()
    {
        string items = _folder.Write("items.jsonl", Item), predictions = _folder.PathOf("out.jsonl"), lead = _folder.PathOf("lead.jsonl");
        EvaluationFolder.Run("predict", "summarize", "--in", items, "--out", predictions);
        EvaluationFolder.Run("predict", "summarize", "--in", items, "--out", lead, "--system", "lead");

        (int code, string figures, string _) = EvaluationFolder.Run("score", "summarize", "--gold", items, "--pred", predictions, "--against", lead);

        Assert.Equal(0, code);
        Assert.Contains("difference +0.0000 [+0.0000, +0.0000]", figures, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "no system 'x'", "predict", "followup", "--in", "ITEMS", "--out", "OUT", "--system", "x")]
    [InlineData(2, "no system 'x'", "predict", "rank", "--in", "ITEMS", "--out", "OUT", "--system", "x")]
    [InlineData(2, "There is no task 'poem'", "score", "poem", "--gold", "a", "--pred", "b")]
    [InlineData(1, "cannot be read", "score", "rank", "--gold", "missing.jsonl", "--pred", "b")]
    [InlineData(1, "cannot be read", "predict", "date", "--in", "missing.jsonl", "--out", "OUT")]
    [InlineData(1, "cannot be written", "predict", "summarize", "--in", "ITEMS", "--out", "missing/out.jsonl")]
    [InlineData(1, "has no \"id\"", "predict", "summarize", "--in", "NUMBERS", "--out", "OUT")]
    [InlineData(2, "no system 'x'", "predict", "summarize", "--in", "ITEMS", "--out", "OUT", "--system", "x")]
    public void Mistakes_are_told_in_one_sentence(int expected, string sentence, params string[] arguments)
    {
        string items = _folder.Write("items.jsonl", Item), numbers = _folder.Write("numbers.jsonl", "1", "2");
        string[] resolved = [.. arguments.Select(argument => argument switch { "ITEMS" => items, "NUMBERS" => numbers, "OUT" => _folder.PathOf("out.jsonl"), _ => argument })];

        (int code, string _, string error) = EvaluationFolder.Run(resolved);

        Assert.Equal(expected, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("""{"id":"x","documents":[{"id":"1","text":"It rained.","title":null,"published":null}],"sentences":null,"words":9,"query":null}""")]
    [InlineData("""{"id":7,"documents":[{"id":1,"text":"It rained.","title":5,"published":"soon"}],"sentences":1.0,"query":[],"part":"cnn"}""")]
    public void Optional_members_may_be_missing_null_or_of_another_kind(string item)
    {
        JsonElement prediction = Assert.Single(_folder.Predict("summarize", _folder.Write("items.jsonl", item)));

        Assert.Equal(JsonElement.Parse(item).GetProperty("id").GetRawText(), prediction.GetProperty("id").GetRawText());
        Assert.Equal("It rained.", prediction.GetProperty("quotes")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void Half_an_archive_does_not_pass_for_the_whole_set()
    {
        string items = _folder.WriteCompressed("items.jsonl.gz", Enumerable.Repeat(Item, 500));
        byte[] whole = File.ReadAllBytes(items);
        File.WriteAllBytes(items, whole[..(whole.Length / 2)]);

        (int code, string _, string error) = EvaluationFolder.Run("predict", "summarize", "--in", items, "--out", _folder.PathOf("out.jsonl"));

        Assert.Equal(1, code);
        Assert.Contains("cut off", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prediction_that_is_not_verbatim_is_not_scored()
    {
        string items = _folder.Write("items.jsonl", Item);
        string made = _folder.Write("made.jsonl", """{"id":"x","quotes":[{"document":"1","start":0,"length":9,"text":"A new dam"}]}""");

        (int code, string _, string error) = EvaluationFolder.Run("score", "summarize", "--gold", items, "--pred", made);

        Assert.Equal(1, code);
        Assert.Contains("not verbatim", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Ranking_figures_are_those_of_the_definition()
    {
        string gold = _folder.Write("gold.jsonl",
            """{"id":"a","question":"q","sentences":["1","2","3"],"labels":[0,1,1]}""",
            """{"id":"b","question":"q","sentences":["1"],"labels":[0]}""");
        string pred = _folder.Write("pred.jsonl",
            """{"id":"b","scores":[0.5],"answerable":0.2}""",
            """{"id":"a","scores":[0.9,0.8,0.7],"answerable":0.4}""");

        (int _, string figures, string _) = EvaluationFolder.Run("score", "rank", "--gold", gold, "--pred", pred);

        Assert.Equal(["map 0.5833", "mrr 0.5000", "p@1 0.0000", "auc 1.0000"], figures.ReplaceLineEndings("\n").Trim().Split('\n'));
    }
}
