namespace DigestBot.Benchmarks.Polling;

/// <summary>What a process has cost until now.</summary>
internal sealed record PollCost(double ProcessorSeconds, long WorkingSet, long Heap);
