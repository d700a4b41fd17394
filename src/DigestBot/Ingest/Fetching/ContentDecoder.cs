using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace DigestBot.Ingest.Fetching;

/// <summary>Undoes a Content-Encoding, within a limit on what comes out.</summary>
/// <remarks>
/// The framework's streams end quietly where their input ends. A feed cut in the middle would be taken for whole, its
/// validators stored and the rest never asked for, so the end of each format is checked here.
/// </remarks>
internal static class ContentDecoder
{
    public const string AcceptEncoding = "gzip, deflate, br";

    private const int ChunkSize = 32 * 1024;

    /// <param name="body">As it came.</param>
    /// <param name="encoding">The Content-Encoding header, or null.</param>
    /// <param name="limit">The most bytes that may come out.</param>
    public static DecodedBody Decode(byte[] body, string? encoding, int limit)
    {
        if (body.Length == 0)
        {
            return DecodedBody.Whole(body);
        }

        return encoding?.Trim().ToUpperInvariant() switch
        {
            null or "IDENTITY" => DecodedBody.Whole(body),
            "GZIP" or "X-GZIP" => Inflate(body, limit, Gunzip, HasGzipEnd),
            "DEFLATE" when IsZlib(body) => Inflate(body, limit, Unzlib, HasZlibEnd),
            // Some servers take "deflate" by its name and leave zlib's frame away; then there is no end to check,
            // but even nothing takes two bytes.
            "DEFLATE" => Inflate(body, limit, Undeflate, (packed, _) => packed.Length > 1),
            "BR" => Unbrotli(body, limit),
            _ => DecodedBody.Not(DecodeState.UnknownEncoding),
        };
    }

    private static GZipStream Gunzip(Stream packed) => new(packed, CompressionMode.Decompress);

    private static ZLibStream Unzlib(Stream packed) => new(packed, CompressionMode.Decompress);

    private static DeflateStream Undeflate(Stream packed) => new(packed, CompressionMode.Decompress);

    private static DecodedBody Inflate(
        byte[] body, int limit, Func<Stream, Stream> open, Func<byte[], byte[], bool> isWhole)
    {
        using var bytes = new CappedBuffer(limit);
        byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            using Stream inflated = open(new MemoryStream(body, writable: false));
            for (int read; (read = inflated.Read(chunk)) > 0;)
            {
                if (!bytes.TryAppend(chunk.AsSpan(0, read)))
                {
                    return DecodedBody.Not(DecodeState.TooLarge);
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            // The input is in memory, so an IOException is zlib's too: a dictionary that nobody has, for example.
            return DecodedBody.Not(DecodeState.Damaged);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        byte[] whole = bytes.ToArray();
        return isWhole(body, whole) ? DecodedBody.Whole(whole) : DecodedBody.Not(DecodeState.Truncated);
    }

    private static DecodedBody Unbrotli(ReadOnlySpan<byte> body, int limit)
    {
        using var bytes = new CappedBuffer(limit);
        using var decoder = new BrotliDecoder();
        byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            while (true)
            {
                OperationStatus status = decoder.Decompress(body, chunk, out int consumed, out int written);
                if (!bytes.TryAppend(chunk.AsSpan(0, written)))
                {
                    return DecodedBody.Not(DecodeState.TooLarge);
                }

                body = body[consumed..];
                switch (status)
                {
                    case OperationStatus.Done:
                        return DecodedBody.Whole(bytes.ToArray());
                    case OperationStatus.NeedMoreData:
                        return DecodedBody.Not(DecodeState.Truncated);
                    case OperationStatus.InvalidData:
                        return DecodedBody.Not(DecodeState.Damaged);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    // RFC 1952: a gzip ends with the length of what it holds, modulo 2^32.
    private static bool HasGzipEnd(byte[] packed, byte[] bytes) =>
        packed.Length >= 18 && BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan(^4..)) == (uint)bytes.Length;

    // RFC 1950: two bytes of header, a multiple of 31, method 8; at the end the Adler-32 of what it holds.
    private static bool IsZlib(byte[] packed) =>
        packed.Length >= 2 && (packed[0] & 0x0f) == 8 && ((packed[0] << 8) | packed[1]) % 31 == 0;

    private static bool HasZlibEnd(byte[] packed, byte[] bytes) =>
        packed.Length >= 6 && BinaryPrimitives.ReadUInt32BigEndian(packed.AsSpan(^4..)) == Adler32(bytes);

    private static uint Adler32(byte[] bytes)
    {
        const uint Modulus = 65521;
        uint low = 1;
        uint high = 0;
        foreach (byte value in bytes)
        {
            low = (low + value) % Modulus;
            high = (high + low) % Modulus;
        }

        return (high << 16) | low;
    }
}
