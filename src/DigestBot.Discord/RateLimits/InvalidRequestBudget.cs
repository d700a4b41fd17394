using System.Net;

namespace DigestBot.Discord;

/// <summary>Counts answers that Discord holds against the address, and stops long before it bans it.</summary>
internal sealed class InvalidRequestBudget(int budget, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Elapsed _elapsed = new(clock);
    private readonly Queue<TimeSpan> _invalid = new();
    private readonly Lock _gate = new();

    /// <exception cref="InvalidRequestBudgetException">The budget is spent.</exception>
    public void Check(string route)
    {
        lock (_gate)
        {
            TimeSpan now = _elapsed.Now;
            Forget(now);
            if (_invalid.Count >= budget)
            {
                TimeSpan wait = _invalid.Peek() + Window - now;
                throw new InvalidRequestBudgetException(route, _invalid.Count, wait);
            }
        }
    }

    public void Count(HttpStatusCode status, RateLimitScope? scope)
    {
        bool counts = status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            || (status == HttpStatusCode.TooManyRequests && scope != RateLimitScope.Shared);
        if (!counts)
        {
            return;
        }

        lock (_gate)
        {
            TimeSpan now = _elapsed.Now;
            Forget(now);
            _invalid.Enqueue(now);
        }
    }

    private void Forget(TimeSpan now)
    {
        while (_invalid.TryPeek(out TimeSpan oldest) && now - oldest >= Window)
        {
            _invalid.Dequeue();
        }
    }
}
