namespace DigestBot.Evaluation.Fuzzing;

/// <summary>What one input may cost one reader.</summary>
/// <param name="Time">Processor time.</param>
/// <param name="Memory">Bytes alive at once.</param>
internal sealed record FuzzLimits(TimeSpan Time, long Memory);
