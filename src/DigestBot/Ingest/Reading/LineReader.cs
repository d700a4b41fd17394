namespace DigestBot.Ingest.Reading;

/// <summary>Cuts a stream of bytes into lines, in memory bounded by the longest line that is accepted.</summary>
internal sealed class LineReader(FileContent content)
{
    /// <summary>Bytes of one line.</summary>
    public const int MaxLength = 8 * 1024 * 1024;

    private byte[] _buffer = new byte[128 * 1024];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>Counted from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Valid until the next read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>The line was skipped to its end.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The line is the last of a file that ended too early.</summary>
    public bool IsCutOff { get; private set; }

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        IsTooLong = false;
        int searched = 0;
        while (true)
        {
            int length = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                return Take(searched + length, skip: 1);
            }

            searched = _end - _start;
            if (searched > MaxLength)
            {
                IsTooLong = true;
                _start = _end;
                searched = 0;
            }

            if (!_isAtEnd && await FillAsync(cancellationToken))
            {
                continue;
            }

            IsCutOff = content.Problem is not null;
            return (searched > 0 || IsTooLong) && Take(searched, skip: 0);
        }
    }

    private bool Take(int length, int skip)
    {
        Line = IsTooLong ? default : _buffer.AsMemory(_start, length);
        _start += length + skip;
        Number++;
        return true;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int count = await content.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += count;
        _isAtEnd = count == 0;
        return count > 0;
    }
}
