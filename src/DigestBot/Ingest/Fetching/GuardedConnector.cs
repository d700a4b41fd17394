using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace DigestBot.Ingest.Fetching;

/// <summary>Opens connections, and only to addresses that the guard permits.</summary>
/// <remarks>
/// Invariant: the address that was checked is the address that is dialled. A name that changes its answer between check
/// and use (DNS rebinding) gains nothing.
/// </remarks>
internal sealed class GuardedConnector(
    IHostResolver resolver,
    IDialer dialer,
    HostAllowList allowed,
    IOptions<FetchOptions> options,
    TimeProvider clock)
{
    /// <summary>A name server may answer with thousands of addresses.</summary>
    private const int MaxAddresses = 16;

    /// <summary>Into so many parts the time to connect is cut, so that one dead address leaves time for the next.</summary>
    private const int SilentTries = 3;

    public ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        DnsEndPoint target = context.DnsEndPoint;
        bool isProxy = options.Value.UseProxy && IsProxy(context.InitialRequestMessage, target);
        return ConnectAsync(target.Host, target.Port, isProxy, cancellationToken);
    }

    // The handler connects elsewhere than asked only for a proxy, and sends CONNECT, which we never do, only to one.
    private static bool IsProxy(HttpRequestMessage request, DnsEndPoint target) =>
        request.Method == HttpMethod.Connect
        || request.RequestUri is not { } asked
        || asked.Port != target.Port
        || !string.Equals(asked.IdnHost, target.Host, StringComparison.OrdinalIgnoreCase);

    private async ValueTask<Stream> ConnectAsync(
        string host, int port, bool isProxy, CancellationToken cancellationToken)
    {
        IReadOnlyList<IPAddress> addresses = await resolver.ResolveAsync(host, cancellationToken);
        if (addresses.Count == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        // The operator chose the proxy and the allowed hosts; everything else was chosen by strangers.
        if (!isProxy && !allowed.Contains(host, port))
        {
            addresses = Permitted(host, addresses);
        }

        return await DialAsync([.. addresses.Take(MaxAddresses)], port, cancellationToken);
    }

    private static IPAddress[] Permitted(string host, IReadOnlyList<IPAddress> addresses)
    {
        IPAddress[] permitted = [.. addresses.Where(address => AddressGuard.RuleAgainst(address) is null)];
        return permitted.Length > 0
            ? permitted
            : throw new AddressRefusedException(FetchReasons.NotPublic(host, AddressGuard.RuleAgainst(addresses[0])!));
    }

    private async ValueTask<Stream> DialAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        var last = new SocketException((int)SocketError.TimedOut);
        foreach (IPAddress address in addresses)
        {
            using var patience = new CancellationTokenSource(
                options.Value.ConnectTimeout / Math.Min(addresses.Length, SilentTries), clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
            try
            {
                return await dialer.DialAsync(new IPEndPoint(address, port), either.Token);
            }
            catch (SocketException exception)
            {
                last = exception;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                last = new SocketException((int)SocketError.TimedOut);
            }
        }

        throw last;
    }
}
