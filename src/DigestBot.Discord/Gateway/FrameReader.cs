namespace DigestBot.Discord;

/// <summary>Puts the pieces that a socket brings together to whole messages, inflated where the stream is compressed.</summary>
internal sealed class FrameReader(IGatewaySocket socket, int mostBytes, ZlibInflater? inflater) : IDisposable
{
    private const int FirstSize = 16 * 1024;

    // A server's first event may take megabytes; what comes later does not, and many shards share the memory.
    private const int KeptSize = 1024 * 1024;

    private byte[] _buffer = new byte[FirstSize];
    private int _length;

    /// <summary>With which number the other side closed, once <see cref="ReadAsync"/> has returned null.</summary>
    public int? CloseCode { get; private set; }

    /// <returns>A message, valid until the next call; null when the other side has closed.</returns>
    /// <exception cref="InvalidDataException">It is larger than allowed, or its compression is broken.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        _length = 0;
        if (_buffer.Length > KeptSize)
        {
            _buffer = new byte[FirstSize];
        }

        while (true)
        {
            MakeRoom();
            SocketPiece piece = await socket.ReceiveAsync(_buffer.AsMemory(_length), cancellationToken);
            if (piece.IsClose)
            {
                CloseCode = piece.CloseCode;
                return null;
            }

            _length += piece.Count;
            if (!piece.EndOfMessage)
            {
                continue;
            }

            ReadOnlyMemory<byte> message = _buffer.AsMemory(0, _length);
            if (inflater is null)
            {
                return message;
            }

            if (ZlibInflater.IsComplete(message.Span))
            {
                return inflater.Inflate(message, mostBytes);
            }
        }
    }

    public void Dispose() => inflater?.Dispose();

    private void MakeRoom()
    {
        if (_length < _buffer.Length)
        {
            return;
        }

        if (_length >= mostBytes)
        {
            throw new InvalidDataException($"A message of the gateway is larger than {mostBytes} bytes.");
        }

        Array.Resize(ref _buffer, (int)Math.Min(2L * _buffer.Length, mostBytes));
    }
}
