using System.Net;
using System.Net.Sockets;

namespace DigestBot.Web;

/// <summary>Finds out whether an address can be listened on.</summary>
internal static class ListenAddress
{
    /// <summary>Tried before anything is started: the server itself would fail only after the workers have begun.</summary>
    /// <exception cref="IOException">It is taken or not allowed; the message says so.</exception>
    public static void CheckIsFree(string address)
    {
        var uri = new Uri(address);
        if (uri.Port == 0 || !TryGetLocal(uri, out IPAddress? local))
        {
            return;
        }

        try
        {
            using var listener = new TcpListener(local, uri.Port);
            listener.Start();
        }
        catch (SocketException exception)
        {
            throw new IOException(
                $"{address} cannot be listened on ({exception.Message}); end what uses it, or set Web:Address to another one.", exception);
        }
    }

    private static bool TryGetLocal(Uri uri, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IPAddress? local)
    {
        local = uri.IsLoopback && uri.HostNameType == UriHostNameType.Dns ? IPAddress.Loopback : null;
        return local is not null || IPAddress.TryParse(uri.DnsSafeHost, out local);
    }
}
