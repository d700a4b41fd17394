using System.Net;

namespace DigestBot.Ingest.Fetching;

/// <summary>Which addresses may be asked for, before any name is looked up.</summary>
internal static class AddressRules
{
    /// <summary>Why an address is not asked, or null when it may be.</summary>
    /// <remarks>Literal addresses are refused here too, because behind a proxy no connection of ours shows them.</remarks>
    public static string? Refusal(Uri address, HostAllowList allowed)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            return FetchReasons.NotHttp;
        }

        string host = address.IdnHost;
        return IPAddress.TryParse(host, out IPAddress? literal)
            && AddressGuard.RuleAgainst(literal) is { } rule
            && !allowed.Contains(host, address.Port)
            ? FetchReasons.NotPublic(host, rule)
            : null;
    }
}
