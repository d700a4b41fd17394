using Microsoft.Extensions.Options;

namespace DigestBot.Ingest.Fetching;

/// <summary>The hosts whose addresses are not checked.</summary>
internal sealed class HostAllowList(IOptions<FetchOptions> options)
{
    private const int AnyPort = -1;

    private readonly HashSet<(string Host, int Port)> _hosts =
        [.. options.Value.AllowedHosts.Select(Parse).OfType<(string, int)>()];

    public static bool IsEntry(string entry) => Parse(entry) is not null;

    /// <param name="host">As <see cref="Uri.IdnHost"/> gives it.</param>
    /// <param name="port">The port to connect to.</param>
    public bool Contains(string host, int port)
    {
        string lower = host.ToLowerInvariant();
        return _hosts.Contains((lower, AnyPort)) || _hosts.Contains((lower, port));
    }

    // Uri gives the form in which connections name their host: punycode, lower case, one notation for addresses.
    private static (string Host, int Port)? Parse(string entry)
    {
        if (entry.IndexOfAny(['/', '\\', '?', '#', '@', ' ']) >= 0
            || !Uri.TryCreate($"http://{entry}", UriKind.Absolute, out Uri? uri)
            || uri.IdnHost.Length == 0)
        {
            return null;
        }

        bool namesPort = entry.EndsWith($":{uri.Port}", StringComparison.Ordinal);
        return (uri.IdnHost.ToLowerInvariant(), namesPort ? uri.Port : AnyPort);
    }
}
