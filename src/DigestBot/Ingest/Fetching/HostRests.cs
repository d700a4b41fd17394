using System.Collections.Concurrent;

namespace DigestBot.Ingest.Fetching;

/// <summary>Hosts that asked to be left alone, each with the time until when: what one feed is told holds for all of its host.</summary>
internal sealed class HostRests(TimeProvider clock)
{
    /// <summary>Nobody is left alone for longer, whatever is asked for.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const int MaxHosts = 10_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    /// <summary>Remembers what a host asked for; a shorter wish never ends a longer one.</summary>
    public void Note(Uri address, TimeSpan? asked)
    {
        if (asked is not { } rest || rest <= TimeSpan.Zero)
        {
            return;
        }

        DateTimeOffset now = clock.GetUtcNow();
        if (_until.Count >= MaxHosts)
        {
            Forget(now);
        }

        DateTimeOffset until = now + (rest < Longest ? rest : Longest);
        _until.AddOrUpdate(FetchReasons.Site(address), until, (_, known) => known > until ? known : until);
    }

    /// <summary>How long the host of an address is still to be left alone; null when it may be asked.</summary>
    public TimeSpan? Left(Uri address) =>
        _until.TryGetValue(FetchReasons.Site(address), out DateTimeOffset until) && until - clock.GetUtcNow() is { Ticks: > 0 } left
            ? left
            : null;

    private void Forget(DateTimeOffset now)
    {
        foreach ((string host, DateTimeOffset until) in _until)
        {
            if (until <= now)
            {
                _until.TryRemove(KeyValuePair.Create(host, until));
            }
        }
    }
}
