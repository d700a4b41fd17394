namespace DigestBot.Summaries;

/// <summary>A whole sentence lifted unchanged from a source.</summary>
/// <param name="SourceId">The <see cref="SourceText.Id"/> of the source.</param>
/// <param name="Start">Offset of the sentence in <see cref="SourceText.Text"/>, in UTF-16 code units.</param>
/// <param name="Length">Length of the sentence, in UTF-16 code units.</param>
/// <param name="Text">The sentence, character for character as in the source.</param>
/// <param name="Score">Weight of the sentence, comparable within one summary only.</param>
public sealed record Quote(string SourceId, int Start, int Length, string Text, double Score);
