using System.Net;

namespace DigestBot.Ingest.Fetching;

/// <summary>Which addresses may be asked for, before any name is looked up.</summary>
internal static class AddressRules
{
    /// <summary>Why an address is not asked, or null when it may be.</summary>
    /// <remarks>Literal addresses and local names are refused here too: behind a proxy no connection of ours shows them.</remarks>
    public static string? Refusal(Uri address, HostAllowList allowed)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            return FetchReasons.NotHttp;
        }

        string host = address.IdnHost;
        if (allowed.Contains(host, address.Port))
        {
            return null;
        }

        return RuleAgainst(host) is { } rule ? FetchReasons.NotPublic(host, rule)
            : ForeignPorts.Contains(address.Port) ? FetchReasons.ForeignPort(address)
            : null;
    }

    // A dot at the end changes nothing about where an address leads.
    private static string? RuleAgainst(string host) => IPAddress.TryParse(host.TrimEnd('.'), out IPAddress? literal)
        ? AddressGuard.RuleAgainst(literal)
        : LocalNames.RuleAgainst(host);
}
