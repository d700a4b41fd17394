namespace DigestBot.Ingest;

/// <summary>Notices that the clock was set, or that the machine slept: then it and the time that passed disagree.</summary>
internal sealed class ClockWatch(TimeProvider clock)
{
    /// <summary>Clocks are corrected by little all the time.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    private DateTimeOffset _shown = clock.GetUtcNow();
    private long _counted = clock.GetTimestamp();

    /// <summary>By how much the clock jumped since this was last asked, forward or back; zero when it did not.</summary>
    public TimeSpan Jump()
    {
        TimeSpan jump = clock.GetUtcNow() - _shown - clock.GetElapsedTime(_counted);
        _shown = clock.GetUtcNow();
        _counted = clock.GetTimestamp();
        return jump.Duration() > Tolerance ? jump : TimeSpan.Zero;
    }
}
