namespace DigestBot.Evaluation.Fuzzing;

/// <summary>What came of a run.</summary>
/// <param name="Inputs">How many were read by every target.</param>
/// <param name="Slowest">Most processor time of one target for one input, where the clock gave reason to look.</param>
/// <param name="LargestAllocation">Most bytes that one target allocated for one input, dead ones included.</param>
/// <param name="Failures">In the order in which they were met.</param>
internal sealed record FuzzReport(int Inputs, TimeSpan Slowest, long LargestAllocation, IReadOnlyList<FuzzFailure> Failures);
