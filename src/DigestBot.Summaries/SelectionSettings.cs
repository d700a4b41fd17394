namespace DigestBot.Summaries;

/// <summary>How <see cref="GainSelector"/> weighs one more sentence.</summary>
/// <param name="WordsPerSentence">Words that a good summary has for each sentence of a budget of sentences.</param>
/// <param name="WordsPerWord">The same for each word of a budget of words.</param>
/// <param name="Redundancy">Part of a sentence's worth that goes with the share of its terms that were taken before.</param>
internal sealed record SelectionSettings(double WordsPerSentence, double WordsPerWord, double Redundancy)
{
    // Found by cross-validation, see bench/results.
    public static SelectionSettings Article { get; } = new(7, 1.0, 0.7);

    public static SelectionSettings Story { get; } = new(8.4, 0.36, 0.5);
}
