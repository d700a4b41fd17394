using System.Collections.Concurrent;
using DigestBot.Store;

namespace DigestBot.Ingest.Fetching;

/// <summary>Hosts that asked to be left alone, each with how long still: what one feed is told holds for all of its host.</summary>
/// <remarks>Time is counted, not read from the clock, so that no setting of the clock ends a rest or makes it longer.</remarks>
internal sealed class HostRests(TimeProvider clock)
{
    public const int MaxHosts = 10_000;

    /// <summary>Nobody is left alone for longer, whatever is asked for.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private readonly ConcurrentDictionary<string, Rest> _rests = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _unsaved = new(StringComparer.Ordinal);

    /// <summary>Remembers what a host asked for; a shorter wish never ends a longer one.</summary>
    public void Note(Uri address, TimeSpan? asked)
    {
        if (asked is { } rest && Note(FetchReasons.Site(address), rest))
        {
            _unsaved[FetchReasons.Site(address)] = true;
        }
    }

    /// <summary>Remembers what hosts asked for before this process began.</summary>
    public void Restore(IEnumerable<HostRest> rests)
    {
        DateTimeOffset now = clock.GetUtcNow();
        foreach (HostRest rest in rests)
        {
            Note(rest.Host, rest.Until - now);
        }
    }

    /// <summary>What was noted since this was last asked, to be kept for the next process.</summary>
    public IReadOnlyList<HostRest> TakeUnsaved() => Until([.. _unsaved.Keys.Where(host => _unsaved.TryRemove(host, out _))]);

    /// <summary>All of them, by the clock as it is now.</summary>
    public IReadOnlyList<HostRest> List() => Until(_rests.Keys);

    /// <summary>How long the host of an address is still to be left alone; null when it may be asked.</summary>
    public TimeSpan? Left(Uri address) =>
        _rests.TryGetValue(FetchReasons.Site(address), out Rest rest) && Left(rest) is { Ticks: > 0 } left ? left : null;

    private bool Note(string host, TimeSpan asked)
    {
        if (asked <= TimeSpan.Zero)
        {
            return false;
        }

        if (_rests.Count >= MaxHosts)
        {
            Forget();
        }

        var rest = new Rest(clock.GetTimestamp(), asked < Longest ? asked : Longest);
        return _rests.AddOrUpdate(host, rest, (_, known) => Left(known) > rest.Asked ? known : rest) == rest;
    }

    private List<HostRest> Until(IEnumerable<string> hosts)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var until = new List<HostRest>();
        foreach (string host in hosts)
        {
            if (_rests.TryGetValue(host, out Rest rest))
            {
                until.Add(new HostRest(host, now + Left(rest)));
            }
        }

        return until;
    }

    private TimeSpan Left(Rest rest) => rest.Asked - clock.GetElapsedTime(rest.From);

    // Those that are over; and if none is, those that will be soonest, for the memory has an end.
    private void Forget()
    {
        KeyValuePair<string, Rest>[] soonest = [.. _rests.OrderBy(rest => Left(rest.Value))];
        foreach (KeyValuePair<string, Rest> rest in soonest.TakeWhile((rest, place) => Left(rest.Value) <= TimeSpan.Zero || place < MaxHosts / 10))
        {
            _rests.TryRemove(rest);
        }
    }

    private readonly record struct Rest(long From, TimeSpan Asked);
}
