using System.Buffers.Binary;

namespace DigestBot.Summaries;

/// <summary>How often each stem occurs in an article and which stand in its title: immutable and compact, by hash of the stem.</summary>
/// <remarks>
/// Terms are kept as 32-bit FNV-1a hashes, sorted, so two vectors are compared in one merge. Counts saturate at 127.
/// Two stems may share a hash (0.02 % for a given stem among a million); they are then counted as one.
/// </remarks>
public sealed class TermVector
{
    /// <summary>Counts stop growing here.</summary>
    public const int MaxCount = 127;

    internal const byte TitleFlag = 0x80;

    private const byte Format = 1;
    private const int HeaderSize = 5;
    private const int EntrySize = 5;

    private readonly uint[] _hashes;
    private readonly byte[] _counts;

    internal TermVector(uint[] hashes, byte[] counts, int length)
    {
        _hashes = hashes;
        _counts = counts;
        Length = length;
    }

    /// <summary>Length of the article in terms, stop words left out and repetitions counted: the length that BM25 asks for.</summary>
    public int Length { get; }

    /// <summary>The hashes of the distinct terms, ascending.</summary>
    public ReadOnlySpan<uint> Hashes => _hashes;

    /// <summary>
    /// The hash under which a stem is kept; the same on every machine and in every release with the same
    /// <see cref="TextAnalyzer.Version"/>.
    /// </summary>
    /// <param name="term">A stem as <see cref="TextAnalyzer.Terms(string)"/> gives it.</param>
    /// <returns>FNV-1a of its UTF-16 bytes.</returns>
    public static uint HashOf(ReadOnlySpan<char> term) => StemHash.Of(term);

    /// <summary>How often a stem occurs.</summary>
    /// <param name="term">A stem as <see cref="TextAnalyzer.Terms(string)"/> gives it.</param>
    /// <returns>0 to <see cref="MaxCount"/>, title and text together.</returns>
    public int Count(ReadOnlySpan<char> term) => Count(StemHash.Of(term));

    /// <summary>How often the stem with this hash occurs.</summary>
    /// <param name="hash">From <see cref="HashOf"/>.</param>
    /// <returns>0 to <see cref="MaxCount"/>, title and text together.</returns>
    public int Count(uint hash)
    {
        int index = Array.BinarySearch(_hashes, hash);
        return index < 0 ? 0 : _counts[index] & MaxCount;
    }

    /// <summary>How often the stem at this place of <see cref="Hashes"/> occurs.</summary>
    /// <param name="index">0 to the number of distinct terms, exclusive.</param>
    /// <returns>1 to <see cref="MaxCount"/>, title and text together.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    public int CountAt(int index) => _counts[index] & MaxCount;

    /// <summary>Whether the stem at this place of <see cref="Hashes"/> stands in the title.</summary>
    /// <param name="index">0 to the number of distinct terms, exclusive.</param>
    /// <returns>True if it does.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    public bool InTitleAt(int index) => (_counts[index] & TitleFlag) != 0;

    /// <summary>Whether a stem stands in the title.</summary>
    /// <param name="term">A stem as <see cref="TextAnalyzer.Terms(string)"/> gives it.</param>
    /// <returns>True if it does.</returns>
    public bool InTitle(ReadOnlySpan<char> term) => InTitle(StemHash.Of(term));

    /// <summary>Whether the stem with this hash stands in the title.</summary>
    /// <param name="hash">From <see cref="HashOf"/>.</param>
    /// <returns>True if it does.</returns>
    public bool InTitle(uint hash)
    {
        int index = Array.BinarySearch(_hashes, hash);
        return index >= 0 && (_counts[index] & TitleFlag) != 0;
    }

    /// <summary>Cosine of the two vectors, each term weighing (1 + ln count) × idf.</summary>
    /// <param name="other">The vector to compare with.</param>
    /// <param name="idf">Weight of a term by its hash, not negative; 1 for all if null.</param>
    /// <returns>0 (nothing in common, or an empty vector) to 1; symmetric.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public double Similarity(TermVector other, Func<uint, double>? idf = null)
    {
        ArgumentNullException.ThrowIfNull(other);

        double dot = 0;
        int i = 0, j = 0;
        while (i < _hashes.Length && j < other._hashes.Length)
        {
            uint left = _hashes[i], right = other._hashes[j];
            if (left == right)
            {
                dot += Weight(i, idf) * other.Weight(j, idf);
            }

            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }

        return dot > 0 ? Math.Min(1, dot / Math.Sqrt(SquaredNorm(idf) * other.SquaredNorm(idf))) : 0;
    }

    /// <summary>The vector as bytes for storage: 5 bytes a distinct term and 5 more.</summary>
    /// <returns>Little-endian: format, length, hashes, counts with the title flag in the top bit.</returns>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[HeaderSize + (EntrySize * _hashes.Length)];
        bytes[0] = Format;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1), Length);
        for (int i = 0; i < _hashes.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(HeaderSize + (4 * i)), _hashes[i]);
        }

        _counts.CopyTo(bytes.AsSpan(HeaderSize + (4 * _hashes.Length)));
        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <param name="bytes">The stored bytes, all of them.</param>
    /// <returns>An equal vector.</returns>
    /// <exception cref="FormatException">The bytes are cut, of another format, or not in order.</exception>
    public static TermVector FromBytes(ReadOnlySpan<byte> bytes)
    {
        int size = bytes.Length - HeaderSize;
        if (size < 0 || size % EntrySize != 0 || bytes[0] != Format)
        {
            throw new FormatException("The bytes are not a term vector of this format.");
        }

        var hashes = new uint[size / EntrySize];
        for (int i = 0; i < hashes.Length; i++)
        {
            hashes[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(HeaderSize + (4 * i))..]);
            if (i > 0 && hashes[i] <= hashes[i - 1])
            {
                throw new FormatException("The terms of the stored vector are not in order.");
            }
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(bytes[1..]);
        if (length < hashes.Length)
        {
            throw new FormatException("The stored vector has more terms than its length.");
        }

        return new TermVector(hashes, bytes[(HeaderSize + (4 * hashes.Length))..].ToArray(), length);
    }

    internal static byte Merge(byte left, byte right) =>
        (byte)(((left | right) & TitleFlag) | Math.Min(MaxCount, (left & MaxCount) + (right & MaxCount)));

    private double SquaredNorm(Func<uint, double>? idf)
    {
        double sum = 0;
        for (int i = 0; i < _hashes.Length; i++)
        {
            double weight = Weight(i, idf);
            sum += weight * weight;
        }

        return sum;
    }

    private double Weight(int index, Func<uint, double>? idf) =>
        Damped[_counts[index] & MaxCount] * (idf?.Invoke(_hashes[index]) ?? 1);

    private static readonly double[] Damped = [0, .. Enumerable.Range(1, MaxCount).Select(count => 1 + Math.Log(count))];
}
