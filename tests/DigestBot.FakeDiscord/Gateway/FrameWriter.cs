using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;

namespace DigestBot.FakeDiscord.Gateway;

/// <summary>Writes frames as text, or into the one zlib stream of a connection.</summary>
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

    public async Task WriteAsync(string frame, CancellationToken cancellationToken)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(frame);
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

    public void Dispose()
    {
        _zlib?.Dispose();
        _packed.Dispose();
    }
}
