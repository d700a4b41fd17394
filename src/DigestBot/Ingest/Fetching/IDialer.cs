using System.Net;

namespace DigestBot.Ingest.Fetching;

/// <summary>Opens one connection to one address; tests record who was called.</summary>
internal interface IDialer
{
    ValueTask<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken);
}
