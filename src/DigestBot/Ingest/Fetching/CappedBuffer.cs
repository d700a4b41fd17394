namespace DigestBot.Ingest.Fetching;

/// <summary>Collects bytes up to a limit.</summary>
internal sealed class CappedBuffer(int limit) : IDisposable
{
    private readonly MemoryStream _bytes = new();

    /// <summary>False when <paramref name="more"/> would pass the limit; then nothing is kept of it.</summary>
    public bool TryAppend(ReadOnlySpan<byte> more)
    {
        if (more.Length > limit - _bytes.Length)
        {
            return false;
        }

        _bytes.Write(more);
        return true;
    }

    public byte[] ToArray() => _bytes.ToArray();

    public void Dispose() => _bytes.Dispose();
}
