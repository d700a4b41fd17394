namespace DigestBot.Ingest;

/// <summary>The form of an address that stays the same when trackers, fragments or default ports are added.</summary>
internal static class CanonicalUrl
{
    private static readonly string[] TrackerPrefixes = ["utm_", "mc_", "pk_", "at_medium", "at_campaign", "mtm_", "piwik_", "hsa_", "stm_"];

    private static readonly HashSet<string> Trackers = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "twclid", "ref_src", "cmpid", "ncid", "smid", "ocid",
        "CMP", "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee", "_hsenc", "_hsmi", "guccounter",
        "gbraid", "wbraid", "gad_source", "gad_campaignid", "gclsrc", "srsltid", "mibextid", "igsh", "ttclid", "li_fat_id", "epik", "_ga", "_gl",
        "mkt_tok", "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "wickedid", "s_cid", "xtor", "ref_url", "__twitter_impression",
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

        if (Target(uri) is { } target)
        {
            return Of(target);
        }

        var builder = new UriBuilder(uri) { Fragment = "", Query = WithoutTrackers(uri.Query), UserName = "", Password = "" };
        if (uri.IsDefaultPort)
        {
            builder.Port = -1;
        }

        return AddressText.Parse(builder.ToString())?.AbsoluteUri;
    }

    // Alerts lead through this address of their sender; each unpacking makes the address shorter, so it ends.
    private static string? Target(Uri uri) =>
        uri is { IdnHost: "www.google.com" or "google.com", AbsolutePath: "/url" }
        && Array.Find(uri.Query.TrimStart('?').Split('&'), pair => pair.StartsWith("url=http", StringComparison.Ordinal)) is { } found
            ? Uri.UnescapeDataString(found["url=".Length..])
            : null;

    private static string WithoutTrackers(string query) =>
        string.Join('&', query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !IsTracker(pair)));

    private static bool IsTracker(string pair)
    {
        int end = pair.IndexOf('=', StringComparison.Ordinal);
        string name = end < 0 ? pair : pair[..end];
        return Trackers.Contains(name) || TrackerPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }
}
