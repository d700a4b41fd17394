namespace DigestBot.Discord;

/// <summary>One limit of Discord's, as far as its answers have told: who may send now, and who waits.</summary>
/// <remarks>
/// Until the first answer has told the limit, one request is on its way at a time. Invariant: requests on their way never
/// exceed what the window had left when they were let in. First come, first served.
/// </remarks>
internal sealed class Bucket(TimeProvider clock) : IDisposable
{
    private readonly Elapsed _elapsed = new(clock);
    private readonly Lock _gate = new();
    private readonly Queue<BucketWaiter> _waiting = new();
    private ITimer? _alarm;
    private int _limit = 1;
    private int _remaining = 1;
    private int _inFlight;
    private TimeSpan _reset;
    private TimeSpan _lastUsed;

    private TimeSpan Now => _elapsed.Now;

    /// <summary>Waits until a request may be sent. Whoever was let in calls <see cref="Leave"/>.</summary>
    /// <exception cref="RateLimitedException">The wait would be longer than the patience.</exception>
    public async Task EnterAsync(string route, TimeSpan patience, CancellationToken cancellationToken)
    {
        BucketWaiter waiter;
        lock (_gate)
        {
            _lastUsed = Now;
            if (_waiting.Count == 0 && TryTake())
            {
                return;
            }

            waiter = new BucketWaiter(route, Now + patience);
            _waiting.Enqueue(waiter);
            LetIn();
        }

        await using (cancellationToken.UnsafeRegister(waiter.Cancel, null))
        {
            await waiter.Entered;
        }
    }

    /// <summary>A request is over.</summary>
    /// <param name="headers">What its answer told; null if there was none, or it told nothing.</param>
    /// <param name="retryAfter">How long a refusal asks to wait; null if it was none.</param>
    public void Leave(RateLimitHeaders? headers, TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            _inFlight--;
            Observe(headers, retryAfter);
        }
    }

    /// <summary>The same, told by a request that was let in elsewhere.</summary>
    public void Observe(RateLimitHeaders? headers, TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            TimeSpan now = Now;
            _lastUsed = now;
            if (headers is not null)
            {
                Learn(headers, now);
            }

            if (retryAfter is { } wait)
            {
                _remaining = 0;
                _reset = Max(_reset, now + wait);
            }

            LetIn();
        }
    }

    /// <summary>Nobody is inside or waits, the window is over, and it has been so for a while.</summary>
    public bool IsIdle(TimeSpan since)
    {
        lock (_gate)
        {
            TimeSpan now = Now;
            return _inFlight == 0 && _waiting.Count == 0 && now >= _reset && now - _lastUsed >= since;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _alarm?.Dispose();
        }
    }

    // Answers may overtake each other: within a window, the lowest count is the newest. What is on its way may or may not be
    // in Discord's count yet; it is taken as not.
    private void Learn(RateLimitHeaders headers, TimeSpan now)
    {
        int remaining = headers.Remaining - _inFlight;
        _remaining = now >= _reset ? remaining : Math.Min(_remaining, remaining);
        _limit = headers.Limit;
        _reset = Max(_reset, now + headers.ResetAfter);
    }

    private bool TryTake()
    {
        if (Now >= _reset)
        {
            _remaining = _limit - _inFlight;
        }

        if (_remaining <= 0)
        {
            return false;
        }

        _remaining--;
        _inFlight++;
        return true;
    }

    private void LetIn()
    {
        while (_waiting.TryPeek(out BucketWaiter? first))
        {
            if (first.IsOver)
            {
                _waiting.Dequeue();
                continue;
            }

            if (!TryTake())
            {
                break;
            }

            _waiting.Dequeue();
            if (!first.TryEnter())
            {
                PutBack();
            }
        }

        TimeSpan wait = _reset - Now;
        if (_waiting.Count > 0 && wait > TimeSpan.Zero)
        {
            foreach (BucketWaiter waiter in _waiting)
            {
                waiter.GiveUpBefore(_reset, wait);
            }

            SetAlarm(wait);
        }
    }

    // It was cancelled between the two looks.
    private void PutBack()
    {
        _remaining++;
        _inFlight--;
    }

    // Timers count whole milliseconds; rounded down, it would ring before the window ends.
    private void SetAlarm(TimeSpan wait)
    {
        TimeSpan due = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
        if (_alarm is null)
        {
            _alarm = clock.CreateTimer(_ => Ring(), null, due, Timeout.InfiniteTimeSpan);
        }
        else
        {
            _alarm.Change(due, Timeout.InfiniteTimeSpan);
        }
    }

    private void Ring()
    {
        lock (_gate)
        {
            LetIn();
        }
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
