namespace DigestBot.Summaries;

/// <summary>What an index keeps of a text.</summary>
/// <param name="DistinctTerms">Every stem once, in order of first use: see <see cref="TextAnalyzer.Terms(string, TextLanguage)"/>.</param>
/// <param name="Vector">How often each stem occurs, and which stand in the title.</param>
public sealed record AnalyzedText(IReadOnlyList<string> DistinctTerms, TermVector Vector);
