namespace DigestBot.Summaries;

/// <summary>What an index keeps of a text.</summary>
/// <param name="DistinctTerms">Every stem once, in order of first use: letters and digits only, at most 40 characters.</param>
/// <param name="Vector">How often each stem occurs, and which stand in the title.</param>
public sealed record AnalyzedText(IReadOnlyList<string> DistinctTerms, TermVector Vector);
