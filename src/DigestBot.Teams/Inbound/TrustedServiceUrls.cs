using Microsoft.Extensions.Options;

namespace DigestBot.Teams;

/// <summary>The services that may see the bot's token: on a known host, and named by an activity that was checked.</summary>
/// <remarks>
/// Invariant: an address is here only if its host is on the list, so neither a forged activity nor a changed store can send
/// the token elsewhere. Safe to use concurrently.
/// </remarks>
public sealed class TrustedServiceUrls(CloudEnvironment cloud, IOptions<BotFrameworkOptions> options)
{
    // A bot sees a handful of them, one for each region. More than this is somebody playing with paths.
    private const int MostRemembered = 1_000;

    private readonly HashSet<string> _hosts = new(cloud.ServiceHosts, StringComparer.OrdinalIgnoreCase);
    private readonly bool _emulator = options.Value.Emulator;
    private readonly Lock _gate = new();
    private readonly HashSet<string> _trusted = new(StringComparer.Ordinal);

    /// <summary>
    /// Remembers the service of an activity that was checked: just now, or before the bot was started anew, when its
    /// conversation's reference was stored.
    /// </summary>
    /// <returns>False where the host is not on the list, or too many are remembered: nothing will be sent there.</returns>
    public bool Trust(string? serviceUrl)
    {
        if (Read(serviceUrl) is not { } service)
        {
            return false;
        }

        lock (_gate)
        {
            return _trusted.Contains(service) || (_trusted.Count < MostRemembered && _trusted.Add(service));
        }
    }

    /// <summary>Whether requests may go there.</summary>
    public bool IsTrusted(string? serviceUrl)
    {
        if (Read(serviceUrl) is not { } service)
        {
            return false;
        }

        lock (_gate)
        {
            return _trusted.Contains(service);
        }
    }

    // Without a trailing slash and as a Uri writes it, so that one service has one name. Null where the host is not allowed.
    private string? Read(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out Uri? url) && url.UserInfo.Length == 0 && url.Query.Length == 0 && IsAllowed(url)
            ? url.AbsoluteUri.TrimEnd('/')
            : null;

    private bool IsAllowed(Uri url) => url.Scheme switch
    {
        "https" => _hosts.Contains(url.Host) || _hosts.Contains(url.Authority),
        "http" => url.IsLoopback && (_emulator || _hosts.Contains(url.Host) || _hosts.Contains(url.Authority)),
        _ => false,
    };
}
