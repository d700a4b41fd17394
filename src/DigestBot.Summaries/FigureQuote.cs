namespace DigestBot.Summaries;

/// <summary>A whole sentence lifted unchanged from a source, for the figure in it.</summary>
/// <param name="SourceId">The <see cref="SourceText.Id"/> of the source.</param>
/// <param name="Start">Offset of the sentence in <see cref="SourceText.Text"/>, in UTF-16 code units.</param>
/// <param name="Length">Length of the sentence, in UTF-16 code units.</param>
/// <param name="Text">The sentence, character for character as in the source.</param>
/// <param name="Figure">What it counts to.</param>
public sealed record FigureQuote(string SourceId, int Start, int Length, string Text, long Figure);
