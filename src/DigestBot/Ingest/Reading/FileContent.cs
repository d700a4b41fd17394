using System.IO.Compression;

namespace DigestBot.Ingest.Reading;

/// <summary>
/// The content of one file as it streams by, decompressed where the file is. A damaged archive ends the stream and
/// leaves a sentence in <see cref="Problem"/> instead of throwing, so that what came before it is kept.
/// </summary>
internal sealed class FileContent : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;
    private const int TrailerLength = 8;

    private readonly Stream _file;
    private readonly Stream _stream;
    private long _length;

    private FileContent(Stream file, bool isCompressed)
    {
        _file = file;
        _stream = isCompressed ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
    }

    /// <summary>Bytes of the file, as it is on disk, that have been consumed.</summary>
    public long BytesRead => Problem is null ? _file.Position : _file.Length;

    public string? Problem { get; private set; }

    // What has no length is not opened: opening a named pipe waits for a writer, who may never come.
    public static FileContent Open(string path, bool isCompressed) => new(
        new FileInfo(path).Length == 0
            ? Stream.Null
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan),
        isCompressed);

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            int count = Problem is null ? await _stream.ReadAsync(buffer, cancellationToken) : 0;
            _length += count;
            if (count == 0 && Problem is null && _stream is GZipStream && !await IsCompleteAsync(cancellationToken))
            {
                Problem = "The archive is cut off; only its beginning was read. Get the whole file and read it again.";
            }

            return count;
        }
        catch (InvalidDataException)
        {
            Problem = _length == 0
                ? "This is not a gzip file, although its name ends in .gz."
                : "The archive is damaged or cut off; only its beginning was read. Get the whole file and read it again.";
            return 0;
        }
        catch (IOException exception)
        {
            Problem = FileProblems.Describe(exception);
            return 0;
        }
    }

    /// <summary>The whole content, or null if it is longer than the limit.</summary>
    public async Task<byte[]?> ReadAllAsync(int limit, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        byte[] buffer = new byte[BufferSize];
        while (await ReadAsync(buffer, cancellationToken) is > 0 and int count)
        {
            if (all.Length + count > limit)
            {
                return null;
            }

            all.Write(buffer, 0, count);
        }

        return all.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        await _file.DisposeAsync();
    }

    // Decompression alone does not notice an end that is missing: gzip ends with the length of its last part.
    private async ValueTask<bool> IsCompleteAsync(CancellationToken cancellationToken)
    {
        if (_file.Length < TrailerLength)
        {
            return _file.Length == 0;
        }

        byte[] trailer = new byte[sizeof(uint)];
        _file.Position = _file.Length - sizeof(uint);
        await _file.ReadExactlyAsync(trailer, cancellationToken);
        uint lastPart = BitConverter.ToUInt32(trailer);
        return lastPart <= _length;
    }
}
