namespace DigestBot.Benchmarks.Polling;

/// <summary>A clock that lets time pass faster than it does, for whole processes alike.</summary>
/// <param name="shown">What it shows at <paramref name="since"/>.</param>
/// <param name="since">An instant of the real clock.</param>
/// <param name="factor">How much faster its time passes.</param>
internal sealed class FastClock(DateTimeOffset shown, DateTimeOffset since, int factor) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => shown + ((System.GetUtcNow() - since) * factor);

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Real(dueTime), Real(period));

    private TimeSpan Real(TimeSpan span) => span == Timeout.InfiniteTimeSpan ? span : span / factor;
}
