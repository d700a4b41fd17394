namespace DigestBot.Summaries;

/// <summary>The trained way: what share of a sentence's words a good summary would use, and which sentences together use most.</summary>
/// <param name="trees">Gives a sentence's worth, about 0 to 1.</param>
/// <param name="settings">How sentences are put together.</param>
internal sealed class SentenceModel(BoostedTrees trees, SelectionSettings settings)
{
    private static readonly Lazy<SentenceModel> OfArticles =
        new(() => new(BoostedTrees.Embedded("article.trees"), SelectionSettings.Article));

    private static readonly Lazy<SentenceModel> OfStories =
        new(() => new(BoostedTrees.Embedded("story.trees"), SelectionSettings.Story));

    /// <summary>For one article.</summary>
    public static SentenceModel Article => OfArticles.Value;

    /// <summary>For several articles on one event.</summary>
    public static SentenceModel Story => OfStories.Value;

    // A sentence with all the words of the question outweighs any without: the best reach about 1.
    private const double QueryFactor = 0.8;

    public SelectionSettings Settings => settings;

    public void Score(List<Candidate> candidates, SentenceVectors vectors, FeatureTable table, int[] query)
    {
        for (int i = 0; i < candidates.Count; i++)
        {
            candidates[i].Score = trees.Predict(table.Row(i)) + (query.Length > 0 ? QueryFactor * vectors.Share(query, i) : 0);
        }
    }
}
