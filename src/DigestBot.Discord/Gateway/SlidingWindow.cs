namespace DigestBot.Discord;

/// <summary>Lets so many things happen in any window of time, and no more.</summary>
internal sealed class SlidingWindow(int most, TimeSpan window, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Queue<long> _taken = new();

    /// <summary>Takes one place, unless only <paramref name="kept"/> or fewer are left.</summary>
    public bool TryTake(int kept = 0) => TryTake(kept, out _);

    /// <summary>Takes one place when more than <paramref name="kept"/> are left.</summary>
    public async Task TakeAsync(int kept, CancellationToken cancellationToken)
    {
        while (!TryTake(kept, out TimeSpan wait))
        {
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private bool TryTake(int kept, out TimeSpan wait)
    {
        lock (_gate)
        {
            long now = clock.GetTimestamp();
            while (_taken.TryPeek(out long oldest) && clock.GetElapsedTime(oldest, now) >= window)
            {
                _taken.Dequeue();
            }

            bool room = _taken.Count < most - kept;
            wait = room ? TimeSpan.Zero : window - clock.GetElapsedTime(_taken.Peek(), now);
            if (room)
            {
                _taken.Enqueue(now);
            }

            return room;
        }
    }
}
