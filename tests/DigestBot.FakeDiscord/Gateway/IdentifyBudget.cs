namespace DigestBot.FakeDiscord.Gateway;

/// <summary>How many sessions may be begun in a day, and how fast.</summary>
internal sealed class IdentifyBudget(TimeProvider clock, FakeDiscordOptions options)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    // The network may bring two that were sent far enough apart a little closer together.
    private static readonly TimeSpan Lenience = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<int, DateTimeOffset> _last = [];
    private DateTimeOffset _windowEnds;
    private int _used;

    public int Total { get; private set; }

    public int Remaining => Math.Max(0, options.IdentifiesPerDay - (clock.GetUtcNow() < _windowEnds ? _used : 0));

    public TimeSpan ResetAfter => clock.GetUtcNow() < _windowEnds ? _windowEnds - clock.GetUtcNow() : TimeSpan.Zero;

    /// <summary>Whether this one is still within the day's number.</summary>
    public bool TryUse()
    {
        Total++;
        DateTimeOffset now = clock.GetUtcNow();
        if (now >= _windowEnds)
        {
            (_windowEnds, _used) = (now + Day, 0);
        }

        return ++_used <= options.IdentifiesPerDay;
    }

    /// <summary>Whether a shard may begin now, or its bucket is still closed.</summary>
    public bool IsPaced(int shardId)
    {
        int key = shardId % options.MaxConcurrency;
        DateTimeOffset now = clock.GetUtcNow();
        bool paced = !_last.TryGetValue(key, out DateTimeOffset before) || now - before >= options.IdentifyInterval - Lenience;
        _last[key] = now;
        return paced;
    }
}
