namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Tells events that come again, as after a resumed connection, from new ones. Safe to use from many threads.</summary>
/// <remarks>Invariant: holds at most <paramref name="most"/> ids; the oldest is forgotten first.</remarks>
internal sealed class SeenIds(int most)
{
    private readonly Lock _gate = new();
    private readonly HashSet<ulong> _known = [];
    private readonly Queue<ulong> _order = new();

    /// <returns>False where the id was seen before.</returns>
    public bool TryAdd(ulong id)
    {
        lock (_gate)
        {
            if (!_known.Add(id))
            {
                return false;
            }

            _order.Enqueue(id);
            if (_order.Count > most)
            {
                _known.Remove(_order.Dequeue());
            }

            return true;
        }
    }
}
