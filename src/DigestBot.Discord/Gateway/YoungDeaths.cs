namespace DigestBot.Discord;

/// <summary>Slows down a shard whose sessions keep dying, long before Discord's limit for a day is near.</summary>
internal sealed class YoungDeaths(TimeProvider clock)
{
    // Outages and restarts by hand need some; what needs more is broken.
    private const int Free = 5;

    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Queue<long> _begun = new();
    private long _last;

    /// <summary>Sessions begun within the last hour.</summary>
    public int Recent
    {
        get
        {
            lock (_gate)
            {
                while (_begun.TryPeek(out long oldest) && clock.GetElapsedTime(oldest) >= Memory)
                {
                    _begun.Dequeue();
                }

                return _begun.Count;
            }
        }
    }

    public void Began()
    {
        lock (_gate)
        {
            _last = clock.GetTimestamp();
            _begun.Enqueue(_last);
        }
    }

    /// <summary>How long to wait before the next session.</summary>
    public TimeSpan Pause()
    {
        int recent = Recent;
        if (recent < Free)
        {
            return TimeSpan.Zero;
        }

        TimeSpan growing = First * Math.Pow(2, recent - Free);
        TimeSpan pause = (growing < Longest ? growing : Longest) - clock.GetElapsedTime(_last);
        return pause > TimeSpan.Zero ? pause : TimeSpan.Zero;
    }
}
