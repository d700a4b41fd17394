namespace DigestBot.FakeDiscord.Limits;

/// <summary>Counts answers of 401, 403 and 429; who has too many of them in ten minutes is shut out.</summary>
public sealed class InvalidRequests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly TimeProvider _clock;
    private readonly int _most;
    private readonly Queue<DateTimeOffset> _recent = [];

    internal InvalidRequests(TimeProvider clock, int most) => (_clock, _most) = (clock, most);

    /// <summary>All so far, however long ago.</summary>
    public int Total { get; private set; }

    public bool ShutsOut
    {
        get
        {
            while (_recent.TryPeek(out DateTimeOffset oldest) && _clock.GetUtcNow() - oldest > Window)
            {
                _recent.Dequeue();
            }

            return _recent.Count >= _most;
        }
    }

    internal void Count(int status, bool isShared)
    {
        if (status is 401 or 403 || (status == 429 && !isShared))
        {
            Total++;
            _recent.Enqueue(_clock.GetUtcNow());
        }
    }
}
