namespace DigestBot.Discord.Tests.Gateway;

/// <summary>A clock that stands still until it is moved to the next timer.</summary>
internal sealed class SimulatedClock : TimeProvider
{
    private static readonly DateTimeOffset Beginning = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly PriorityQueue<(SimulatedTimer Timer, int Version), (long Due, long Order)> _timers = new();
    private long _now;
    private long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Since the beginning.</summary>
    public TimeSpan Now => TimeSpan.FromTicks(_now);

    public override long GetTimestamp() => _now;

    public override DateTimeOffset GetUtcNow() => Beginning + Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves to the next timer and lets it go; false when there is none.</summary>
    public bool MoveToNext()
    {
        while (_timers.TryDequeue(out (SimulatedTimer Timer, int Version) next, out (long Due, long Order) at))
        {
            if (next.Timer.IsCurrent(next.Version))
            {
                _now = Math.Max(_now, at.Due);
                next.Timer.Go();
                return true;
            }
        }

        return false;
    }

    private sealed class SimulatedTimer(SimulatedClock clock, Action callback) : ITimer
    {
        private int _version;

        public bool IsCurrent(int version) => version == _version;

        public void Go()
        {
            _version++;
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Assert.Equal(Timeout.InfiniteTimeSpan, period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period);
            _version++;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                clock._timers.Enqueue((this, _version), (clock._now + dueTime.Ticks, clock._order++));
            }

            return true;
        }

        public void Dispose() => _version++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
