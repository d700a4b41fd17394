using System.Net;
using System.Text;
using Microsoft.Extensions.Options;

namespace DigestBot.Ingest.Fetching;

/// <summary>The only way out to web servers: one exchange, no redirect, cookie, referrer or tracing header.</summary>
internal sealed class GuardedTransport(GuardedConnector connector, IOptions<FetchOptions> options) : IDisposable
{
    public const int MaxHeaderKib = 64;

    private readonly HttpMessageInvoker _invoker = new(
        new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            // Ours decides whether a compressed body is whole, which the framework's streams do not.
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = connector.ConnectAsync,
            ConnectTimeout = options.Value.ConnectTimeout,
            MaxResponseDrainSize = 64 * 1024,
            MaxResponseHeadersLength = MaxHeaderKib,
            // A kept connection was checked when it was opened; do not keep it for ever.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            // Validators are echoed byte for byte, also where they are not ASCII.
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            UseCookies = false,
            UseProxy = options.Value.UseProxy,
        },
        disposeHandler: true);

    /// <summary>Returns when the headers have been read; the body is still to come.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _invoker.SendAsync(request, cancellationToken);

    public void Dispose() => _invoker.Dispose();
}
