namespace DigestBot.Teams;

/// <summary>When requests left, as far back as the longest window looks. Not safe to use concurrently.</summary>
/// <param name="windows">From the shortest to the longest.</param>
internal sealed class RequestLog(RateWindow[] windows)
{
    private readonly List<DateTimeOffset> _sent = [];
    private int _first;
    private DateTimeOffset _pausedUntil = DateTimeOffset.MinValue;

    /// <summary>How many are remembered.</summary>
    public int Count => _sent.Count - _first;

    /// <summary>When the next one may leave, if none leaves before.</summary>
    public DateTimeOffset Next(DateTimeOffset now)
    {
        Forget(now);
        DateTimeOffset next = now < _pausedUntil ? _pausedUntil : now;
        foreach (RateWindow window in windows)
        {
            // It may leave when the one that is Limit places before it has left the window.
            if (Count >= window.Limit && _sent[^window.Limit] + window.Length is var free && free > next)
            {
                next = free;
            }
        }

        return next;
    }

    public void Add(DateTimeOffset now) => _sent.Add(now);

    /// <summary>The service said to wait, whatever we counted.</summary>
    public void PauseUntil(DateTimeOffset instant) => _pausedUntil = instant > _pausedUntil ? instant : _pausedUntil;

    /// <summary>Whether it says no more than an empty one would.</summary>
    public bool IsIdle(DateTimeOffset now)
    {
        Forget(now);
        return Count == 0 && now >= _pausedUntil;
    }

    private void Forget(DateTimeOffset now)
    {
        while (_first < _sent.Count && _sent[_first] + windows[^1].Length <= now)
        {
            _first++;
        }

        // Half of the list at a time, so that each entry is moved once on average.
        if (_first > _sent.Count / 2)
        {
            _sent.RemoveRange(0, _first);
            _first = 0;
        }
    }
}
