namespace DigestBot.Ingest.Reading;

/// <summary>Addresses found in documents. Only http and https ever leave a reader.</summary>
internal static class WebAddress
{
    private const int LongestAddress = 4096;

    /// <summary>The absolute http or https address that is meant, or null.</summary>
    public static Uri? Resolve(Uri? baseAddress, string? written)
    {
        string text = Clean(written);
        return text.Length > 0 && Combine(baseAddress, text) is { } address && IsWeb(address) ? address : null;
    }

    /// <summary>Any absolute address, or null.</summary>
    public static Uri? Combine(Uri? baseAddress, string written)
    {
        string text = Clean(written);
        if (text.Length > LongestAddress)
        {
            return null;
        }

        // "//host/path" and "/path" are absolute file paths to Uri where a base is missing.
        if (!text.StartsWith('/') && Uri.TryCreate(text, UriKind.Absolute, out Uri? absolute))
        {
            return absolute;
        }

        return baseAddress is { IsAbsoluteUri: true } && Uri.TryCreate(baseAddress, text, out Uri? relative) ? relative : null;
    }

    public static bool IsWeb(Uri address) =>
        address is { IsAbsoluteUri: true, Host.Length: > 0 } && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static string Clean(string? written) =>
        written is null ? string.Empty : string.Concat(written.Trim().Where(c => c is not ('\r' or '\n' or '\t')));
}
