namespace DigestBot.FakeDiscord;

/// <summary>The server's clock: the one it was given, and wrong by as much as a test wants.</summary>
public sealed class SkewedClock(TimeProvider inner) : TimeProvider
{
    /// <summary>How far the server is ahead of its clients.</summary>
    public TimeSpan Skew { get; set; }

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Skew;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);
}
