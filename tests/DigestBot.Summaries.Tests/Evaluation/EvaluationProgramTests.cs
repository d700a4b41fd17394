using System.Text.Json;

namespace DigestBot.Summaries.Tests.Evaluation;

/// <summary>The evaluation program as one meets it on the command line.</summary>
[Collection("console")]
public sealed class EvaluationProgramTests : IDisposable
{
    private const string Item =
        """{"id":"x","documents":[{"id":"1","text":"The dam broke at dawn on Tuesday. Two villages were flooded. It rained."}],"references":["The dam broke at dawn."],"sentences":1}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digestbot-evaluation-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Predictions_are_written_scored_and_timed()
    {
        string items = Write("items.jsonl", Item), predictions = PathOf("out.jsonl");

        (int predicted, string _, string timing) = Run("predict", "summarize", "--in", items, "--out", predictions);
        (int scored, string figures, string _) = Run("score", "summarize", "--gold", items, "--pred", predictions);

        Assert.Equal((0, 0), (predicted, scored));
        Assert.Matches(@"^1 items, \d+\.\d+ seconds, \d+ items/s, threads 1\s*$", timing);
        Assert.Contains("rouge1 0.8", figures, StringComparison.Ordinal);
        JsonElement quote = JsonElement.Parse(File.ReadAllText(predictions)).GetProperty("quotes")[0];
        Assert.Equal("The dam broke at dawn on Tuesday.", quote.GetProperty("text").GetString());
    }

    [Fact]
    public void Compressed_items_and_several_threads_give_the_same_predictions()
    {
        string items = PathOf("items.jsonl.gz");
        using (var writer = new StreamWriter(new System.IO.Compression.GZipStream(File.Create(items), System.IO.Compression.CompressionMode.Compress)))
        {
            Enumerable.Range(0, 300).ToList().ForEach(i => writer.WriteLine(Item.Replace("\"x\"", $"\"{i}\"", StringComparison.Ordinal)));
        }

        Run("predict", "summarize", "--in", items, "--out", PathOf("one.jsonl"));
        Run("predict", "summarize", "--in", items, "--out", PathOf("two.jsonl"), "--threads", "2");

        Assert.Equal(300, File.ReadLines(PathOf("one.jsonl")).Count());
        Assert.Equal(File.ReadAllText(PathOf("one.jsonl")), File.ReadAllText(PathOf("two.jsonl")));
    }

    [Fact]
    public void A_comparison_prints_an_interval()
    {
        string items = Write("items.jsonl", Item), predictions = PathOf("out.jsonl"), lead = PathOf("lead.jsonl");
        Run("predict", "summarize", "--in", items, "--out", predictions);
        Run("predict", "summarize", "--in", items, "--out", lead, "--system", "lead");

        (int code, string figures, string _) = Run("score", "summarize", "--gold", items, "--pred", predictions, "--against", lead);

        Assert.Equal(0, code);
        Assert.Contains("difference +0.0000 [+0.0000, +0.0000]", figures, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "cannot be evaluated yet", "predict", "story", "--in", "a", "--out", "b")]
    [InlineData(2, "There is no task 'poem'", "score", "poem", "--gold", "a", "--pred", "b")]
    [InlineData(1, "cannot be read", "score", "rank", "--gold", "missing.jsonl", "--pred", "b")]
    [InlineData(2, "no system 'x'", "predict", "summarize", "--in", "ITEMS", "--out", "OUT", "--system", "x")]
    public void Mistakes_are_told_in_one_sentence(int expected, string sentence, params string[] arguments)
    {
        string items = Write("items.jsonl", Item);
        string[] resolved = [.. arguments.Select(argument => argument switch { "ITEMS" => items, "OUT" => PathOf("out.jsonl"), _ => argument })];

        (int code, string _, string error) = Run(resolved);

        Assert.Equal(expected, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public void A_prediction_that_is_not_verbatim_is_not_scored()
    {
        string items = Write("items.jsonl", Item);
        string made = Write("made.jsonl", """{"id":"x","quotes":[{"document":"1","start":0,"length":9,"text":"A new dam"}]}""");

        (int code, string _, string error) = Run("score", "summarize", "--gold", items, "--pred", made);

        Assert.Equal(1, code);
        Assert.Contains("not verbatim", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Ranking_figures_are_those_of_the_definition()
    {
        string gold = Write("gold.jsonl",
            """{"id":"a","question":"q","sentences":["1","2","3"],"labels":[0,1,1]}""",
            """{"id":"b","question":"q","sentences":["1"],"labels":[0]}""");
        string pred = Write("pred.jsonl",
            """{"id":"b","scores":[0.5],"answerable":0.2}""",
            """{"id":"a","scores":[0.9,0.8,0.7],"answerable":0.4}""");

        (int _, string figures, string _) = Run("score", "rank", "--gold", gold, "--pred", pred);

        Assert.Equal(["map 0.5833", "mrr 0.5000", "p@1 0.0000", "auc 1.0000"], figures.ReplaceLineEndings("\n").Trim().Split('\n'));
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private string Write(string name, params string[] lines)
    {
        File.WriteAllLines(PathOf(name), lines);
        return PathOf(name);
    }

    private static (int Code, string Out, string Error) Run(params string[] arguments)
    {
        (TextWriter output, TextWriter error) = (Console.Out, Console.Error);
        using var captured = new StringWriter();
        using var capturedError = new StringWriter();
        try
        {
            Console.SetOut(captured);
            Console.SetError(capturedError);
            int code = DigestBot.Evaluation.EvaluationProgram.Run(arguments);
            return (code, captured.ToString(), capturedError.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
