namespace DigestBot.Discord;

/// <summary>One WebSocket connection, from the first byte to the last.</summary>
/// <remarks>
/// One call receives and one sends at the same time. Failures of the network come as exceptions; a cancelled call leaves the
/// connection unusable. <see cref="IAsyncDisposable.DisposeAsync"/> drops it without a word.
/// </remarks>
public interface IGatewaySocket : IAsyncDisposable
{
    Task ConnectAsync(Uri address, CancellationToken cancellationToken);

    /// <summary>Sends one whole text message.</summary>
    Task SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken);

    /// <summary>Fills <paramref name="buffer"/> with the next piece of a message, or reports that the other side has closed.</summary>
    ValueTask<SocketPiece> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>Says that nothing more will be sent, and why; the other side then closes too.</summary>
    Task CloseOutputAsync(int code, CancellationToken cancellationToken);
}
