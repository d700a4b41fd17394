namespace DigestBot.Discord;

/// <summary>The addresses that a gateway is reached at.</summary>
internal static class GatewayAddress
{
    /// <summary>The address with the version, encoding and compression that we speak; null where it is none of a WebSocket.</summary>
    public static Uri? Build(string? address, bool compress) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "ws" or "wss"
            ? new UriBuilder(uri) { Query = compress ? "v=10&encoding=json&compress=zlib-stream" : "v=10&encoding=json" }.Uri
            : null;
}
