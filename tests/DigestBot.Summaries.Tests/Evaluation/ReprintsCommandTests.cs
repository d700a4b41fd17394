namespace DigestBot.Summaries.Tests.Evaluation;

/// <summary>What is said of how reprints are told is counted, pair by pair, within stories only.</summary>
[Collection("console")]
public sealed class ReprintsCommandTests
{
    private const string Wire =
        "The Ostia dam broke at dawn and water ran through the lower valley. Rescuers searched the flooded houses for survivors until noon.";

    [Fact]
    public void Copies_are_found_and_reports_of_the_same_event_are_not_taken_for_copies()
    {
        using var folder = new EvaluationFolder();
        string file = folder.Write(
            "stories.jsonl",
            $$"""{"id":"1","story":"dam","title":"Dam breaks","text":"{{Wire}}"}""",
            $$"""{"id":"2","story":"dam","title":"Dam breaks","text":"{{Wire}} Read more tomorrow."}""",
            """{"id":"3","story":"dam","title":"Flood after dam failure","text":"A dog barked below the dam of Ostia, and so four children were found."}""",
            $$"""{"id":"4","story":"another","title":"Dam breaks","text":"{{Wire}}"}""");

        (int code, string output, string _) = EvaluationFolder.Run("reprints", "--data", file);

        Assert.Equal(0, code);
        Assert.Contains("3 pairs, 1 share at least 0.7 of their text", output, StringComparison.Ordinal);
        Assert.Contains("likeness from 0.90: 1 said, 1 of them right, 0 missed", output, StringComparison.Ordinal);
    }
}
