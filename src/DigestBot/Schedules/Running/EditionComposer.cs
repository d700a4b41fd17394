using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Schedules.Running;

/// <summary>Composes each edition once, however many channels and batches of slots ask for it.</summary>
internal sealed class EditionComposer(DigestComposer composer, SlotMetrics metrics, TimeProvider clock) : IDisposable
{
    // A rush of all topics that a large installation has at eight o'clock, some tens of kilobytes each.
    private const int MostKept = 256;

    // Long enough for a rush, and for the slots that wait behind a slow composition. What comes in meanwhile is in the next digest.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    // One composition at a time: a second asker for the same edition finds it.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<EditionKey, (Edition Edition, DateTimeOffset Until)> _editions = [];

    /// <param name="key">What is wanted.</param>
    /// <param name="space">One of the spaces with the key's outlook.</param>
    /// <param name="cancellationToken">Stops composing.</param>
    public async Task<Edition> ComposeAsync(EditionKey key, Space space, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            DateTimeOffset now = clock.GetUtcNow();
            if (_editions.TryGetValue(key, out (Edition Edition, DateTimeOffset Until) known) && known.Until > now)
            {
                return known.Edition;
            }

            var request = new DraftRequest(space, key.Topic, key.Words, key.Looked, key.NewsSince, key.Stories) { Taste = key.Taste, Story = key.Story };
            var edition = new Edition(await composer.DraftAsync(request, cancellationToken), key.Stories);
            metrics.Composed();
            MakeRoom(now);
            _editions[key] = (edition, clock.GetUtcNow() + Kept);
            return edition;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private void MakeRoom(DateTimeOffset now)
    {
        foreach (EditionKey old in _editions.Where(entry => entry.Value.Until <= now).Select(entry => entry.Key).ToArray())
        {
            _editions.Remove(old);
        }

        if (_editions.Count >= MostKept)
        {
            _editions.Remove(_editions.MinBy(entry => entry.Value.Until).Key);
        }
    }
}
