namespace DigestBot.Evaluation.Fuzzing;

/// <summary>An input that a reader did not take.</summary>
/// <param name="Number">Of the mutation; negative for a document as it is in the corpus.</param>
/// <param name="Target">Who read it.</param>
/// <param name="Why">What happened, on one line.</param>
/// <param name="Input">What was read.</param>
internal sealed record FuzzFailure(int Number, string Target, string Why, byte[] Input);
