namespace DigestBot.Ingest;

/// <summary>Takes addresses apart that strangers wrote.</summary>
/// <remarks>
/// Invariant: what it returns can be asked for its host and all its parts. Despite its name Uri.TryCreate throws on some
/// texts, and on others the properties of what it made throw when they are asked for the first time (.NET 10.0):
/// "file://\u202e/o:" is an IndexOutOfRangeException, a host that no name server could know a UriFormatException. On the
/// web an address has a host, which "https://\u202e/" has not.
/// </remarks>
internal static class AddressText
{
    /// <summary>An absolute address of any scheme, or null.</summary>
    public static Uri? Parse(string? text) =>
        Try(static text => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? address : null, text);

    /// <summary>What is meant by an address in a document or an answer from <paramref name="from"/>, or null.</summary>
    public static Uri? Resolve(Uri from, string text) =>
        Try(static given => Uri.TryCreate(given.from, given.text, out Uri? address) ? address : null, (from, text));

    private static Uri? Try<T>(Func<T, Uri?> read, T given)
    {
        try
        {
            Uri? address = read(given);
            _ = (address?.IdnHost, address?.AbsoluteUri);
            return address is { Scheme: "http" or "https", Host.Length: 0 } ? null : address;
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or UriFormatException)
        {
            return null;
        }
    }
}
