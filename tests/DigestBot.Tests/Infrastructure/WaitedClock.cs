using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Infrastructure;

/// <summary>
/// A clock that can be let run only while somebody waits for it, so that it does not overtake a request or a query that is
/// under way, however slow the machine is.
/// </summary>
internal sealed class WaitedClock(DateTimeOffset begin) : FakeTimeProvider(begin)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private int _waits;

    /// <summary>Whether anything can happen only when time has passed.</summary>
    public bool IsWaitedFor => Volatile.Read(ref _waits) > 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // The state of a deadline is the source of its token. Whoever sets one does something else meanwhile.
        if (state is CancellationTokenSource || (period > TimeSpan.Zero && period != Timeout.InfiniteTimeSpan))
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        var wait = new Wait(this, callback, state);
        return wait.On(base.CreateTimer(wait.End, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan), dueTime);
    }

    /// <summary>Lets time pass in such steps, and only while somebody waits for it, until the work has ended.</summary>
    public async Task PassUntilAsync(Task work, TimeSpan step)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!work.IsCompleted)
        {
            Assert.False(patience.IsCancellationRequested, "It never ends.");
            if (IsWaitedFor)
            {
                Advance(step);
            }

            await Task.WhenAny(work, Task.Delay(1, TestContext.Current.CancellationToken));
        }

        await work;
    }

    private sealed class Wait(WaitedClock clock, TimerCallback callback, object? state) : ITimer
    {
        private ITimer? _timer;
        private int _isSet;

        public Wait On(ITimer timer, TimeSpan dueTime)
        {
            _timer = timer;
            Change(dueTime, Timeout.InfiniteTimeSpan);
            return this;
        }

        public void End(object? unused)
        {
            Set(false);
            callback(state); // may begin the next wait
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Set(dueTime != Timeout.InfiniteTimeSpan);
            return _timer!.Change(dueTime, period);
        }

        public void Dispose()
        {
            Set(false);
            _timer!.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Set(bool isSet)
        {
            int now = isSet ? 1 : 0;
            Interlocked.Add(ref clock._waits, now - Interlocked.Exchange(ref _isSet, now));
        }
    }
}
