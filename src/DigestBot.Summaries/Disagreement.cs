namespace DigestBot.Summaries;

/// <summary>Two publishers count the same thing and do not arrive at the same figure.</summary>
/// <param name="First">From the source that was published first.</param>
/// <param name="Second">From the other.</param>
public sealed record Disagreement(FigureQuote First, FigureQuote Second);
