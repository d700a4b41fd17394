using System.Net;
using System.Net.Http.Headers;

namespace DigestBot.Discord;

/// <summary>A body that knows whether it was begun to be sent: then there is a connection, and the headers have left.</summary>
internal sealed class TrackedContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _body;

    public TrackedContent(ReadOnlyMemory<byte> body)
    {
        _body = body;
        Headers.ContentType = new MediaTypeHeaderValue(RestRequest.Json);
    }

    public bool HasLeft { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        HasLeft = true;
        return stream.WriteAsync(_body, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
