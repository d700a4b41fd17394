namespace DigestBot.Digests;

/// <summary>What the names that stand for a word depend on.</summary>
/// <param name="SpaceId">Who sees the articles.</param>
/// <param name="Stem">The word.</param>
/// <param name="AsOf">Up to when they are looked at; null for now.</param>
/// <param name="Articles">How many there are: another number is another state of the store.</param>
internal readonly record struct WideningKey(long SpaceId, string Stem, DateTimeOffset? AsOf, long Articles);

/// <summary>Names that were found lately. Safe to use from many threads.</summary>
/// <remarks>Invariant: holds at most <see cref="Most"/>, and answers with none that is older than <see cref="Age"/>.</remarks>
internal sealed class WideningCache(TimeProvider clock)
{
    public const int Most = 1_000;

    public static readonly TimeSpan Age = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<WideningKey, (IReadOnlyList<string> Names, long At)> _found = [];

    public bool TryGet(WideningKey key, out IReadOnlyList<string> names)
    {
        lock (_gate)
        {
            bool known = _found.TryGetValue(key, out (IReadOnlyList<string> Names, long At) found) && clock.GetElapsedTime(found.At) < Age;
            names = known ? found.Names : [];
            return known;
        }
    }

    public void Set(WideningKey key, IReadOnlyList<string> names)
    {
        lock (_gate)
        {
            if (_found.Count >= Most)
            {
                _found.Clear();
            }

            _found[key] = (names, clock.GetTimestamp());
        }
    }
}
