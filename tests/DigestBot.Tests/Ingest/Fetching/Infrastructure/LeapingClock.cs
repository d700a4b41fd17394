namespace DigestBot.Tests.Ingest.Fetching.Infrastructure;

/// <summary>
/// A clock that stands still but for waits of one length, which are over as soon as they begin: what waits just so long is
/// seen by how far the clock went, and no real time is spent. Deadlines of any other length never come.
/// </summary>
internal sealed class LeapingClock(TimeSpan leap) : TimeProvider
{
    private static readonly DateTimeOffset Beginning = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    private long _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public TimeSpan Passed => TimeSpan.FromTicks(GetTimestamp());

    public override long GetTimestamp() => Interlocked.Read(ref _passed);

    public override DateTimeOffset GetUtcNow() => Beginning + Passed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        bool leaps = dueTime == leap;
        if (leaps)
        {
            Interlocked.Add(ref _passed, leap.Ticks);
        }

        return System.CreateTimer(callback, state, leaps ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
