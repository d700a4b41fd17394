namespace DigestBot.Ingest.Fetching;

/// <summary>The right to ask one host, until it is given back. A visit may go on to other hosts, but never holds two.</summary>
internal sealed class HostTurn(HostTurns turns, HostQueue first) : IDisposable
{
    private HostQueue? _host = first;
    private bool _hasAsked;

    /// <summary>To be called before each exchange; waits where it is with another host. Within a host a redirect needs no gap.</summary>
    public async Task AskAsync(Uri address, CancellationToken cancellationToken)
    {
        if (_host is null || !HostTurns.IsAt(_host, address))
        {
            Dispose();
            _host = await turns.EnterAsync(address, cancellationToken);
        }

        _hasAsked = true;
    }

    public void Dispose()
    {
        if (_host is { } host)
        {
            _host = null;
            turns.Leave(host, _hasAsked);
            _hasAsked = false;
        }
    }
}
