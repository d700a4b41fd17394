namespace DigestBot.Discord;

/// <summary>What one call of <see cref="IGatewaySocket.ReceiveAsync"/> brought.</summary>
/// <param name="Count">Bytes written to the buffer.</param>
/// <param name="EndOfMessage">The message is complete.</param>
/// <param name="IsClose">The other side has closed; nothing follows.</param>
/// <param name="CloseCode">Why, if it said so.</param>
public readonly record struct SocketPiece(int Count, bool EndOfMessage, bool IsClose = false, int? CloseCode = null)
{
    public static SocketPiece Closed(int? code) => new(0, EndOfMessage: true, IsClose: true, code);
}
