namespace DigestBot.Delivery;

/// <summary>Lets the requests of one node to one platform go no faster than the pace, however they come.</summary>
/// <remarks>
/// The store gives each post a departure of its own. But a machine that was busy wakes many at once, a slow store lets many
/// begin at once, and a bunch is what a platform refuses.
/// </remarks>
internal sealed class DepartureGate(TimeSpan spacing, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly long _origin = clock.GetTimestamp(); // does not go back when somebody sets the clock
    private TimeSpan _next;

    /// <summary>Waits until a request may go.</summary>
    public async Task PassAsync()
    {
        while (Wait() is var wait && wait > TimeSpan.Zero)
        {
            // Timers count whole milliseconds and cut off the rest, and then the wait would be none.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), clock, CancellationToken.None);
        }
    }

    // Being late by up to one departure is made up for, or the pace would fall behind by every late timer.
    private TimeSpan Wait()
    {
        lock (_gate)
        {
            TimeSpan now = clock.GetElapsedTime(_origin);
            if (now < _next)
            {
                return _next - now;
            }

            _next = (_next > now - spacing ? _next : now - spacing) + spacing;
            return TimeSpan.Zero;
        }
    }
}
