using System.Buffers;

namespace DigestBot.Summaries;

/// <summary>Counts the terms of one article: an open-addressing table in pooled memory.</summary>
internal sealed class TermCounter : IDisposable
{
    private readonly List<string> _distinct = new(128);
    private int[] _slots = ArrayPool<int>.Shared.Rent(1024); // index + 1 of the term, 0 for a free slot
    private ulong[] _counts = ArrayPool<ulong>.Shared.Rent(512); // hash in the upper half, title flag and count below
    private int _mask = 1023;
    private int _length;

    public TermCounter() => Array.Clear(_slots, 0, _mask + 1);

    public void Add(ReadOnlySpan<char> text, bool keepNames, bool inTitle, TextLanguage language)
    {
        var reader = new TermReader(text, language);
        while (reader.MoveNext())
        {
            Term term = Lexicon.Find(ref reader, keepNames, language);
            if (!term.IsStopWord)
            {
                Count(term, inTitle);
            }
        }
    }

    /// <summary>Stems that share a hash are one term of the vector and two of the list.</summary>
    public AnalyzedText Finish()
    {
        Span<ulong> entries = _counts.AsSpan(0, _distinct.Count);
        entries.Sort();
        var hashes = new uint[entries.Length];
        var counts = new byte[entries.Length];
        int written = 0;
        foreach (ulong entry in entries)
        {
            uint hash = (uint)(entry >> 32);
            byte count = (byte)entry;
            if (written > 0 && hashes[written - 1] == hash)
            {
                counts[written - 1] = TermVector.Merge(counts[written - 1], count);
                continue;
            }

            hashes[written] = hash;
            counts[written++] = count;
        }

        Array.Resize(ref hashes, written);
        Array.Resize(ref counts, written);
        return new AnalyzedText(_distinct, new TermVector(hashes, counts, _length));
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_slots);
        ArrayPool<ulong>.Shared.Return(_counts);
    }

    private void Count(Term term, bool inTitle)
    {
        _length++;
        byte addition = (byte)(inTitle ? TermVector.TitleFlag | 1 : 1);
        int slot = (int)(term.Hash & (uint)_mask);
        for (; _slots[slot] != 0; slot = (slot + 1) & _mask)
        {
            int known = _slots[slot] - 1;
            if ((uint)(_counts[known] >> 32) == term.Hash && _distinct[known] == term.Stem)
            {
                _counts[known] = ((ulong)term.Hash << 32) | TermVector.Merge((byte)_counts[known], addition);
                return;
            }
        }

        if (_distinct.Count == _counts.Length)
        {
            GrowCounts();
        }

        _counts[_distinct.Count] = ((ulong)term.Hash << 32) | addition;
        _distinct.Add(term.Stem);
        _slots[slot] = _distinct.Count;
        if (_distinct.Count * 2 > _mask)
        {
            GrowSlots();
        }
    }

    private void GrowCounts()
    {
        ulong[] larger = ArrayPool<ulong>.Shared.Rent(_counts.Length * 2);
        _counts.CopyTo(larger, 0);
        ArrayPool<ulong>.Shared.Return(_counts);
        _counts = larger;
    }

    private void GrowSlots()
    {
        ArrayPool<int>.Shared.Return(_slots);
        _mask = (_mask * 2) + 1;
        _slots = ArrayPool<int>.Shared.Rent(_mask + 1);
        Array.Clear(_slots, 0, _mask + 1);
        for (int i = 0; i < _distinct.Count; i++)
        {
            int slot = (int)((uint)(_counts[i] >> 32) & (uint)_mask);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = i + 1;
        }
    }
}
