using System.Net.WebSockets;

namespace DigestBot.Discord;

/// <summary>A connection over the network.</summary>
internal sealed class WebGatewaySocket : IGatewaySocket
{
    private readonly ClientWebSocket _socket = new();

    public WebGatewaySocket() => _socket.Options.KeepAliveInterval = TimeSpan.Zero; // the gateway's heartbeats keep it alive

    public Task ConnectAsync(Uri address, CancellationToken cancellationToken) => _socket.ConnectAsync(address, cancellationToken);

    public Task SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken) =>
        _socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancellationToken).AsTask();

    public async ValueTask<SocketPiece> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        ValueWebSocketReceiveResult result = await _socket.ReceiveAsync(buffer, cancellationToken);
        return result.MessageType == WebSocketMessageType.Close
            ? SocketPiece.Closed(CodeOf(_socket.CloseStatus))
            : new SocketPiece(result.Count, result.EndOfMessage);
    }

    public Task CloseOutputAsync(int code, CancellationToken cancellationToken) =>
        _socket.CloseOutputAsync((WebSocketCloseStatus)code, statusDescription: null, cancellationToken);

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    // 1005 and 1006 are never sent: they stand for "closed without a number".
    private static int? CodeOf(WebSocketCloseStatus? status) =>
        status is null or WebSocketCloseStatus.Empty or (WebSocketCloseStatus)1006 ? null : (int)status;
}
