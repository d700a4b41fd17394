using System.IO.Compression;

namespace DigestBot.Discord;

/// <summary>Inflates the messages of one connection, which are one zlib stream, flushed after each message.</summary>
internal sealed class ZlibInflater : IDisposable
{
    private const int FirstSize = 64 * 1024;
    private const int KeptSize = 1024 * 1024;

    private readonly Fed _fed = new();
    private readonly ZLibStream _zlib;
    private byte[] _output = new byte[FirstSize];

    public ZlibInflater() => _zlib = new ZLibStream(_fed, CompressionMode.Decompress);

    /// <summary>A message is complete with the four bytes that a flush writes.</summary>
    public static bool IsComplete(ReadOnlySpan<byte> compressed) => compressed.EndsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0xFF, 0xFF]);

    /// <returns>The message, valid until the next call.</returns>
    /// <exception cref="InvalidDataException">It is broken, or would be larger than <paramref name="mostBytes"/>.</exception>
    public ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> compressed, int mostBytes)
    {
        if (_output.Length > KeptSize)
        {
            _output = new byte[FirstSize];
        }

        _fed.Feed(compressed);
        int length = 0;
        while (_zlib.Read(_output.AsSpan(length)) is > 0 and var count)
        {
            length += count;
            if (length > mostBytes)
            {
                throw new InvalidDataException($"A message of the gateway inflates to more than {mostBytes} bytes.");
            }

            if (length == _output.Length)
            {
                Array.Resize(ref _output, 2 * _output.Length);
            }
        }

        return _output.AsMemory(0, length);
    }

    public void Dispose()
    {
        _zlib.Dispose();
        _fed.Dispose();
    }

    /// <summary>A stream that has as much to read as it was fed.</summary>
    private sealed class Fed : Stream
    {
        private ReadOnlyMemory<byte> _rest;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public void Feed(ReadOnlyMemory<byte> bytes) => _rest = bytes;

        public override int Read(Span<byte> buffer)
        {
            int count = Math.Min(buffer.Length, _rest.Length);
            _rest.Span[..count].CopyTo(buffer);
            _rest = _rest[count..];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
