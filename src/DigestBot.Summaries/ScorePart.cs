namespace DigestBot.Summaries;

/// <summary>One part of a sentence's score.</summary>
/// <param name="Kind">What it comes from.</param>
/// <param name="Value">By how much it lifts the sentence above the average of the same texts, or, below 0, under it.</param>
public sealed record ScorePart(ScorePartKind Kind, double Value);
