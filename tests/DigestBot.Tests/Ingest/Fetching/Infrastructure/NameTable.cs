using System.Net;
using DigestBot.Ingest.Fetching;

namespace DigestBot.Tests.Ingest.Fetching.Infrastructure;

/// <summary>A name server that knows a few names, and reads addresses as the system's does.</summary>
internal sealed class NameTable(IReadOnlyDictionary<string, string> names) : IHostResolver
{
    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IPAddress>>(
            IPAddress.TryParse(host, out IPAddress? literal) ? [literal]
            : names.TryGetValue(host.TrimEnd('.'), out string? address) ? [IPAddress.Parse(address)]
            : []);
}
