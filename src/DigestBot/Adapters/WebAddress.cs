using DigestBot.Ingest;

namespace DigestBot.Adapters;

/// <summary>Decides which addresses of articles become links.</summary>
internal static class WebAddress
{
    /// <returns>Null unless it is an absolute http or https address: <c>javascript:</c> never becomes a link.</returns>
    public static Uri? Of(string address) =>
        AddressText.Parse(address) is { Scheme: "http" or "https" } uri ? uri : null;
}
