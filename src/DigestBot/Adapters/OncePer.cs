namespace DigestBot.Adapters;

/// <summary>Lets each person be told something at most once in a span. Safe to use from many threads.</summary>
/// <remarks>Invariant: holds at most <paramref name="most"/> people; whoever was told first is forgotten first.</remarks>
internal sealed class OncePer(TimeSpan span, int most, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly Queue<(string Person, long At)> _order = new();

    /// <returns>True where it is time to tell this person, which counts as told.</returns>
    public bool TryTake(string person)
    {
        lock (_gate)
        {
            while (_order.TryPeek(out (string Person, long At) oldest)
                && (clock.GetElapsedTime(oldest.At) >= span || _order.Count >= most))
            {
                _order.Dequeue();
                _told.Remove(oldest.Person);
            }

            if (!_told.Add(person))
            {
                return false;
            }

            _order.Enqueue((person, clock.GetTimestamp()));
            return true;
        }
    }
}
