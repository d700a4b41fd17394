namespace DigestBot.Tests.EndToEnd.Discord;

/// <summary>A clock that can be stopped for good: no timer of whoever lives by it ever fires again.</summary>
internal sealed class MortalClock(TimeProvider inner) : TimeProvider
{
    private volatile bool _stopped;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public void Stop() => _stopped = true;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => inner.CreateTimer(
        same =>
        {
            if (!_stopped)
            {
                callback(same);
            }
        },
        state, dueTime, period);
}
