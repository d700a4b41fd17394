using System.Security.Cryptography;

namespace DigestBot.Summaries.Tests.Evaluation;

/// <summary>The weights of the library are made by a command that others can run.</summary>
[Collection("console")]
public sealed class TrainCommandTests : IDisposable
{
    private static readonly string[] Sets = ["summarize-story", "summarize-story-leads", "summarize-multi"];

    private readonly EvaluationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Training_learns_what_the_references_want_and_gives_the_same_weights_again()
    {
        foreach (string set in Sets)
        {
            _folder.WriteCompressed(set + ".jsonl.gz", Enumerable.Range(0, 40).Select(i => Item($"{set}-{i}")));
        }

        string[] command = ["train", "--data", _folder.PathOf("."), "--out", _folder.PathOf("."), "--only", "story", "--folds", "2"];
        (int code, string lines, string error) = EvaluationFolder.Run(command);
        string weights = File.ReadAllText(_folder.PathOf("story.trees"));
        EvaluationFolder.Run(command);

        Assert.True(code == 0, error);
        Assert.Equal(Sets, lines.Trim().Split('\n').Select(line => line.Split(' ')[0]));
        Assert.Equal(weights, File.ReadAllText(_folder.PathOf("story.trees")));
        double[] worth = TreeReader.Parse(weights, FeatureTable.WidthOf<SentenceFeature>()).Predict(TwoSentences());
        Assert.True(worth[1] > worth[0], "The later sentences were wanted in every item.");
    }

    [Fact]
    public void The_embedded_weights_name_the_data_that_they_were_made_from() =>
        Assert.All(["article.trees", "story.trees", "answer.trees", "answerable.trees", "followup.trees"], name =>
        {
            using var reader = new StreamReader(typeof(BoostedTrees).Assembly.GetManifestResourceStream(name)!);
            string[] heads = [.. reader.ReadToEnd().Split('\n').Where(line => line.Contains(", SHA-256 ", StringComparison.Ordinal) || line.Contains(" x ", StringComparison.Ordinal))];

            Assert.NotEmpty(heads);
            Assert.All(heads, head =>
            {
                string set = head.Split(' ', ',')[1];
                byte[] data = File.ReadAllBytes(SharedData.File($"eval/{set}.jsonl.gz"));
                Assert.EndsWith($"SHA-256 {Convert.ToHexStringLower(SHA256.HashData(data))}", head, StringComparison.Ordinal);
            });
        });

    // Five openings that nobody wanted, then five sentences that the reference repeats.
    private static string Item(string id)
    {
        string Sentences(int from, string what) => string.Join(
            ' ', Enumerable.Range(from, 5).Select(i => $"The {what} {Word(i)} stood near the {Word(i + 1)} in {id}."));
        string text = Sentences(0, "opening") + " " + Sentences(10, "wanted");
        string[] references = [Sentences(10, "wanted")];
        var documents = new[] { new { id = "1", text }, new { id = "2", text } };
        return System.Text.Json.JsonSerializer.Serialize(new { id, documents, references, words = 70 });
    }

    private static string Word(int number) => new((char)('b' + number), 5);

    private static FeatureTable TwoSentences()
    {
        var table = FeatureTable.OfSentences(2);
        table.Set(1, SentenceFeature.Position, 9);
        table.Set(1, SentenceFeature.RelativePosition, 1);
        return table;
    }
}
