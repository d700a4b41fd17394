using System.Text.Json;
using DigestBot.Evaluation.Tasks;

namespace DigestBot.Summaries.Tests.Evaluation;

public sealed class StoryScorerTests
{
    // Worked by hand: for each item, the share of its found (or true) group that has its true (or found) label too.
    [Fact]
    public void A_story_that_mixes_two_events_costs_precision_and_a_split_one_costs_recall()
    {
        var scorer = new StoryScorer();
        foreach ((string gold, string found) in new[] { ("a", "1"), ("a", "1"), ("a", "2"), ("b", "1") })
        {
            scorer.Add(Label(gold), Label(found));
        }

        Dictionary<string, double> figures = scorer.Figures().ToDictionary(figure => figure.Name, figure => figure.Value);

        Assert.Equal(((2 / 3.0) + (2 / 3.0) + 1 + (1 / 3.0)) / 4, figures["bcubed-precision"], 9);
        Assert.Equal(((2 / 3.0) + (2 / 3.0) + (1 / 3.0) + 1) / 4, figures["bcubed-recall"], 9);
        Assert.Equal(2, figures["stories"]);
    }

    private static JsonElement Label(string story) => JsonSerializer.SerializeToElement(new { story });
}
