namespace DigestBot.Evaluation.Fuzzing;

/// <summary>Something that must take any bytes without an exception.</summary>
/// <param name="Name">As it is told in a failure.</param>
/// <param name="Read">Reads them.</param>
internal sealed record FuzzTarget(string Name, Action<byte[]> Read);
