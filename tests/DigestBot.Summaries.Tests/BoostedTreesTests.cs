using CsCheck;

namespace DigestBot.Summaries.Tests;

/// <summary>The stored weights, and what they make of a sentence.</summary>
public sealed class BoostedTreesTests
{
    [Fact]
    public void A_tree_asks_from_the_root_and_answers_with_a_leaf()
    {
        BoostedTrees trees = TreeReader.Parse("# where it comes from\nbase 0.5\n0 2 = 0.25 2 10 = -0.125 = 1\n2 20 = 0 = 2\n", features: 3);

        double[] sums = trees.Predict(Table([(Position: 2, Words: 30), (Position: 3, Words: 10), (Position: 3, Words: 11)]));

        Assert.Equal([0.5 + 0.25 + 2, 0.5 - 0.125, 0.5 + 1], sums);
    }

    [Fact]
    public void Many_sentences_at_once_get_what_each_would_get_alone() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 60]).Array[1, 70].Sample(rows =>
        {
            double[] together = SentenceModel.Article.Trees.Predict(Table(rows));

            Assert.Equal(rows.Select(row => SentenceModel.Article.Trees.Predict(Table([row]))[0]), together);
        });

    [Theory]
    [InlineData("0 1 = 0.5", "ends too early")]
    [InlineData("0 1 = 0.5 =", "ends too early")]
    [InlineData("0", "ends too early")]
    [InlineData("= 0.5 = 0.5", "behind its end")]
    [InlineData("= half", "'half' is not a number")]
    [InlineData("= NaN", "'NaN' is not a number")]
    [InlineData("base 1,5", "'1,5' is not a number")]
    [InlineData("99 1 = 0 = 1", "no feature 99")]
    [InlineData("-1 1 = 0 = 1", "no feature -1")]
    [InlineData("place 1 = 0 = 1", "no feature place")]
    public void Damaged_weights_are_refused_with_the_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => TreeReader.Parse(text, features: 3)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_tree_with_more_leaves_than_bits_is_refused()
    {
        string chain = string.Concat(Enumerable.Repeat("0 1 = 0 ", BoostedTrees.MostLeaves)) + "= 1";

        Assert.Contains("more than 31 leaves", Assert.Throws<FormatException>(() => TreeReader.Parse(chain, features: 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_weights_of_the_library_are_small() =>
        Assert.All([("article", 32_000), ("story", 32_000), ("answer", 64_000), ("answerable", 32_000), ("followup", 32_000)], model =>
        {
            (string name, int most) = model;
            using Stream weights = typeof(BoostedTrees).Assembly.GetManifestResourceStream(name + ".trees")!;
            Assert.InRange(weights.Length, 1_000, most);
        });

    private static FeatureTable Table((int Position, int Words)[] rows)
    {
        var table = FeatureTable.OfSentences(rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            table.Set(i, SentenceFeature.Position, rows[i].Position);
            table.Set(i, SentenceFeature.Words, rows[i].Words);
        }

        return table;
    }
}
