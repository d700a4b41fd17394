namespace DigestBot.Discord.Tests.Gateway;

/// <summary>A clock that runs many times as fast as the wall's, so that pauses of seconds take little in tests over the network.</summary>
internal sealed class HastyClock(int times) : TimeProvider
{
    private readonly long _start = System.GetTimestamp();

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => _start + ((System.GetTimestamp() - _start) * times);

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + GetElapsedTime(_start);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new HastyTimer(System.CreateTimer(callback, state, Shorter(dueTime), Shorter(period)), this);

    private TimeSpan Shorter(TimeSpan time) => time > TimeSpan.Zero ? time / times : time;

    private sealed class HastyTimer(ITimer timer, HastyClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Shorter(dueTime), clock.Shorter(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
