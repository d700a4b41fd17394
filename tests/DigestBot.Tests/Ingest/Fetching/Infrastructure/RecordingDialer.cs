using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using DigestBot.Ingest.Fetching;

namespace DigestBot.Tests.Ingest.Fetching.Infrastructure;

/// <summary>Plays the public internet: notes which address was called and connects to a loopback server instead.</summary>
/// <param name="server">Who answers.</param>
/// <param name="dead">Addresses that refuse connections.</param>
/// <param name="silence">What the first call waits for.</param>
internal sealed class RecordingDialer(LoopbackServer server, string[]? dead = null, Func<Task>? silence = null) : IDialer
{
    private readonly ConcurrentQueue<string> _called = new();
    private readonly SocketDialer _dialer = new();

    public IReadOnlyList<string> Called => [.. _called];

    public async ValueTask<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        string address = endPoint.Address.ToString();
        _called.Enqueue(address);
        if (_called.Count == 1 && silence is not null)
        {
            await silence().WaitAsync(cancellationToken);
        }

        return dead?.Contains(address) is true
            ? throw new SocketException((int)SocketError.ConnectionRefused)
            : await _dialer.DialAsync(new IPEndPoint(IPAddress.Loopback, server.Port), cancellationToken);
    }
}
