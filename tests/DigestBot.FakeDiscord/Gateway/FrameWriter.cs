using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;

namespace DigestBot.FakeDiscord.Gateway;

/// <summary>Writes frames as text, into the one zlib stream of a connection, or each packed by itself.</summary>
internal sealed class FrameWriter : IDisposable
{
    private readonly WebSocket _socket;
    private readonly MemoryStream _packed = new();
    private readonly ZLibStream? _zlib;

    public FrameWriter(WebSocket socket, bool compresses)
    {
        _socket = socket;
        _zlib = compresses ? new ZLibStream(_packed, CompressionLevel.Fastest, leaveOpen: true) : null;
    }

    /// <summary>Writes one frame; <paramref name="packsEach"/> packs it by itself, where there is no common stream.</summary>
    public async Task WriteAsync(string frame, bool packsEach, CancellationToken cancellationToken)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(frame);
        if (_zlib is null && packsEach)
        {
            await _socket.SendAsync(Pack(bytes), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
            return;
        }

        if (_zlib is null)
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            return;
        }

        // A flush ends the frame with 00 00 FF FF, by which the other side knows that it is whole.
        await _zlib.WriteAsync(bytes, cancellationToken);
        await _zlib.FlushAsync(cancellationToken);
        byte[] packed = _packed.ToArray();
        _packed.SetLength(0);
        await _socket.SendAsync(packed, WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    public void Dispose()
    {
        _zlib?.Dispose();
        _packed.Dispose();
    }
}
