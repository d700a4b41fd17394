using Microsoft.Extensions.Options;

namespace DigestBot.Ingest.Fetching;

/// <summary>Lets one exchange with a host follow another: never two at a time, and with a gap between them.</summary>
/// <remarks>Time is counted, not read from the clock. Hosts that the operator allowed are the operator's own: they need no gap.</remarks>
internal sealed class HostTurns(HostAllowList allowed, IOptions<FetchOptions> options, TimeProvider clock)
{
    /// <summary>From so many on, those are forgotten that nobody waits for and whose gap is over.</summary>
    private const int ManyHosts = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, HostQueue> _hosts = new(StringComparer.Ordinal);

    /// <summary>Waits for the host of an address.</summary>
    public async Task<HostTurn> TakeAsync(Uri address, CancellationToken cancellationToken) =>
        new(this, await EnterAsync(address, cancellationToken));

    /// <summary>Makes the gap of a host longer, because it asks for that.</summary>
    public void Widen(Uri address, TimeSpan gap)
    {
        lock (_lock)
        {
            HostQueue host = Find(address);
            host.Gap = gap > host.Gap ? gap : host.Gap;
        }
    }

    internal static bool IsAt(HostQueue host, Uri address) => host.Name == FetchReasons.Site(address);

    internal async Task<HostQueue> EnterAsync(Uri address, CancellationToken cancellationToken)
    {
        HostQueue host = Join(address);
        try
        {
            await host.Gate.WaitAsync(cancellationToken);
        }
        catch
        {
            Part(host);
            throw;
        }

        try
        {
            if (GapLeft(host) is { Ticks: > 0 } left)
            {
                await Task.Delay(left, clock, cancellationToken);
            }

            return host;
        }
        catch
        {
            Leave(host, wasAsked: false);
            throw;
        }
    }

    internal void Leave(HostQueue host, bool wasAsked)
    {
        if (wasAsked)
        {
            host.LastAsked = clock.GetTimestamp();
        }

        host.Gate.Release();
        Part(host);
    }

    private HostQueue Join(Uri address)
    {
        lock (_lock)
        {
            HostQueue host = Find(address);
            host.Waiting++;
            return host;
        }
    }

    private void Part(HostQueue host)
    {
        lock (_lock)
        {
            host.Waiting--;
        }
    }

    private HostQueue Find(Uri address)
    {
        string name = FetchReasons.Site(address);
        if (_hosts.TryGetValue(name, out HostQueue? known))
        {
            return known;
        }

        if (_hosts.Count >= ManyHosts)
        {
            foreach (HostQueue idle in _hosts.Values.Where(host => host.Waiting == 0 && GapLeft(host) <= TimeSpan.Zero).ToArray())
            {
                _hosts.Remove(idle.Name);
            }
        }

        bool isOwn = address.IsAbsoluteUri && allowed.Contains(address.IdnHost, address.Port);
        return _hosts[name] = new HostQueue(name) { Gap = isOwn ? TimeSpan.Zero : options.Value.HostGap };
    }

    private TimeSpan GapLeft(HostQueue host) =>
        host.LastAsked is { } last ? host.Gap - clock.GetElapsedTime(last) : TimeSpan.Zero;
}
