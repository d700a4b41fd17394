namespace DigestBot.Ingest.Reading;

/// <summary>Addresses found in documents. Only http and https ever leave a reader.</summary>
internal static class WebAddress
{
    private const int LongestAddress = 4096;

    // The control characters and the space.
    private static readonly string Unseen = string.Concat(Enumerable.Range(0, ' ' + 1).Select(c => (char)c));

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
        if (!text.StartsWith('/') && AddressText.Parse(text) is { } absolute)
        {
            return absolute;
        }

        return baseAddress is { IsAbsoluteUri: true } ? AddressText.Resolve(baseAddress, text) : null;
    }

    public static bool IsWeb(Uri address) =>
        address is { IsAbsoluteUri: true, Host.Length: > 0 } && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    // As browsers do it: what is invisible around an address or breaks its lines is no part of it.
    private static string Clean(string? written)
    {
        ReadOnlySpan<char> trimmed = written.AsSpan().Trim(Unseen).Trim();
        string text = trimmed.Length == written?.Length ? written : trimmed.ToString();
        return trimmed.ContainsAny("\r\n\t") ? string.Concat(text.Where(c => c is not ('\r' or '\n' or '\t'))) : text;
    }
}
