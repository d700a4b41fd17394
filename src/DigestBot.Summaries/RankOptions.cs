namespace DigestBot.Summaries;

/// <summary>How passages are ranked.</summary>
public sealed record RankOptions
{
    /// <summary>Whether the model that was trained on English questions ranks; with false, rarity, pairs and kinds of answer alone.</summary>
    public bool UseTrainedModel { get; init; } = true;

    /// <summary>
    /// Whether the passages are a text in its order, from its beginning: what stands first there is more often an answer. With
    /// false, places mean nothing.
    /// </summary>
    public bool UsePlace { get; init; } = true;

    /// <summary>What the text of each passage is written in, as many as passages, from <see cref="LanguageFinder"/>; null for passages of one text, which is looked at.</summary>
    public IReadOnlyList<TextLanguage>? Languages { get; init; }
}
