namespace DigestBot.Ingest;

/// <summary>The form of an address that stays the same when trackers, fragments or default ports are added.</summary>
internal static class CanonicalUrl
{
    private static readonly string[] TrackerPrefixes = ["utm_", "mc_", "pk_", "at_medium", "at_campaign"];

    private static readonly HashSet<string> Trackers = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "twclid", "ref_src", "cmpid", "ncid", "smid", "ocid",
        "CMP", "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee", "_hsenc", "_hsmi", "guccounter",
    };

    /// <summary>Scheme and host in lower case, no fragment, no tracking parameters; null for what is not an absolute address.</summary>
    public static string? Of(string? url)
    {
        if (AddressText.Parse(url) is not { } uri)
        {
            return null;
        }

        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
        {
            return uri.AbsoluteUri;
        }

        var builder = new UriBuilder(uri) { Fragment = "", Query = WithoutTrackers(uri.Query), UserName = "", Password = "" };
        if (uri.IsDefaultPort)
        {
            builder.Port = -1;
        }

        return AddressText.Parse(builder.ToString())?.AbsoluteUri;
    }

    private static string WithoutTrackers(string query) =>
        string.Join('&', query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !IsTracker(pair)));

    private static bool IsTracker(string pair)
    {
        int end = pair.IndexOf('=', StringComparison.Ordinal);
        string name = end < 0 ? pair : pair[..end];
        return Trackers.Contains(name) || TrackerPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }
}
