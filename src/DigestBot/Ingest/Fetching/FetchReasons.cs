using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace DigestBot.Ingest.Fetching;

/// <summary>The sentences that say why a download did not succeed.</summary>
/// <remarks>Invariant: only the host and port of an address are ever shown; paths and queries hold tokens.</remarks>
internal static class FetchReasons
{
    public const string NotHttp = "Only http and https addresses are read.";

    public static string Site(Uri address)
    {
        if (!address.IsAbsoluteUri)
        {
            return "the address";
        }

        return address.IsDefaultPort
            ? address.IdnHost
            : string.Create(CultureInfo.InvariantCulture, $"{address.IdnHost}:{address.Port}");
    }

    public static string NotPublic(string host, string rule) =>
        $"{host} is not on the public internet ({rule}); Fetch:AllowedHosts can allow it.";

    public static string ForeignPort(Uri address) =>
        $"{Site(address)} is not asked: other servers than web servers answer at this port; Fetch:AllowedHosts can allow it.";

    public static string Status(Uri address, int status) =>
        string.Create(CultureInfo.InvariantCulture, $"{Site(address)} answered {status} {ReasonPhrases.GetReasonPhrase(status)}")
            .TrimEnd() + ".";

    public static string TooLarge(Uri address, int limit) =>
        string.Create(CultureInfo.InvariantCulture, $"The answer of {Site(address)} is larger than the limit of {limit} bytes.");

    public static string TooSlow(Uri address, TimeSpan limit) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{Site(address)} did not answer completely within {limit.TotalSeconds:0.###} seconds.");

    public static string Resting(Uri address) => $"{Site(address)} asked to be left alone for a while, so it was not asked.";

    public static string NoConnection(Uri address) => $"{Site(address)} cannot be reached.";

    public static string Truncated(Uri address) => $"The answer of {Site(address)} breaks off before its end.";

    public static string Damaged(Uri address) => $"The answer of {Site(address)} is damaged: it cannot be decompressed.";

    public static string UnknownEncoding(Uri address) =>
        $"The answer of {Site(address)} is compressed in a way that was not asked for.";

    public static string Of(HttpRequestError error, Uri address) => error switch
    {
        HttpRequestError.NameResolutionError => $"The name {Site(address)} cannot be found.",
        HttpRequestError.ConnectionError => NoConnection(address),
        HttpRequestError.SecureConnectionError =>
            $"No secure connection to {Site(address)}: its certificate or protocol is not accepted.",
        HttpRequestError.ProxyTunnelError => $"The proxy does not connect to {Site(address)}.",
        HttpRequestError.ResponseEnded => Truncated(address),
        HttpRequestError.ConfigurationLimitExceeded => string.Create(
            CultureInfo.InvariantCulture, $"{Site(address)} sends more than {GuardedTransport.MaxHeaderKib} KiB of headers."),
        _ => $"{Site(address)} does not answer as a web server should.",
    };
}
