namespace DigestBot.Discord;

/// <summary>How long to wait before the next connection: doubling with full jitter, so that not all come back together.</summary>
internal sealed class ReconnectDelay(Random random)
{
    private const int MostDoublings = 10;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <param name="failures">Connections in a row that came to nothing; 0 after one that lasted.</param>
    public TimeSpan After(int failures) => Ceiling(failures) * random.NextDouble();

    /// <summary>One to five seconds, as the gateway asks when it says that a session is no longer valid.</summary>
    public TimeSpan BeforeNewSession() => First + (TimeSpan.FromSeconds(4) * random.NextDouble());

    public static TimeSpan Ceiling(int failures)
    {
        TimeSpan ceiling = First * Math.Pow(2, Math.Clamp(failures, 0, MostDoublings));
        return ceiling < Longest ? ceiling : Longest;
    }
}
