namespace DigestBot.Benchmarks.Discord;

/// <summary>How far a client has come, as it says itself.</summary>
/// <param name="Guilds">Servers that it has been told of.</param>
/// <param name="Events">Messages that its handler was called with.</param>
/// <param name="ProcessorSeconds">Of the whole process.</param>
/// <param name="Clock">Seconds, by a clock that only runs.</param>
/// <param name="Megabytes">Resident, after its garbage was collected.</param>
internal sealed record BenchMark(int Guilds, int Events, double ProcessorSeconds, double Clock, double Megabytes);
