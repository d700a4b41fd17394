using System.Net;
using System.Net.Sockets;

namespace DigestBot.Tests.Infrastructure;

/// <summary>Ports for programs that are started later, and which nobody else is given meanwhile.</summary>
/// <remarks>
/// Whoever asks a system for any port gets one above 32767 or 49151, and these lie below. A port that was asked for and let
/// go could belong to another test by the time the program wants it.
/// </remarks>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Count = 10_000;

    // Another test process of this machine begins elsewhere.
    private static int Last = Environment.ProcessId % (Count / 100) * 100;

    /// <summary>One that nobody listens at; never the same twice.</summary>
    public static int Next()
    {
        for (int tries = 0; tries < Count; tries++)
        {
            int port = First + ((Interlocked.Increment(ref Last) & int.MaxValue) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new InvalidOperationException($"No port from {First} on is free.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
