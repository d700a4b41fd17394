namespace DigestBot.Ingest.Sitemaps;

/// <summary>Tells what a site may speak for: its own host, with or without "www.", and hosts under it, never the one above.</summary>
internal static class SameSite
{
    public static bool Has(Uri site, Uri address)
    {
        (string own, string other) = (Name(site), Name(address));
        return other == own || other.EndsWith($".{own}", StringComparison.Ordinal);
    }

    private static string Name(Uri address)
    {
        string host = address.IdnHost.ToLowerInvariant();
        string name = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return address.IsDefaultPort ? name : $"{name}:{address.Port}";
    }
}
