using System.Net;

namespace DigestBot.Ingest.Fetching;

/// <summary>Finds the addresses of a host; tests answer as a hostile name server would.</summary>
internal interface IHostResolver
{
    /// <summary>All addresses of a host; a <see cref="System.Net.Sockets.SocketException"/> when it has none.</summary>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}
