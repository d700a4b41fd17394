namespace DigestBot.Summaries;

/// <summary>The trained way: what share of a sentence's words a good summary would use, and which sentences together use most.</summary>
/// <param name="Trees">Gives a sentence's worth, about 0 to 1.</param>
/// <param name="Settings">How sentences are put together.</param>
internal sealed record SentenceModel(BoostedTrees Trees, SelectionSettings Settings)
{
    private static readonly Lazy<SentenceModel> OfArticles =
        new(() => new(BoostedTrees.Embedded<SentenceFeature>("article.trees"), SelectionSettings.Article));

    private static readonly Lazy<SentenceModel> OfStories =
        new(() => new(BoostedTrees.Embedded<SentenceFeature>("story.trees"), SelectionSettings.Story));

    /// <summary>For one article.</summary>
    public static SentenceModel Article => OfArticles.Value;

    /// <summary>For several articles on one event.</summary>
    public static SentenceModel Story => OfStories.Value;
}
