namespace DigestBot.Summaries;

/// <summary>Numbers the terms of one summary, so that their weights can stand in arrays.</summary>
internal sealed class Vocabulary
{
    private uint[] _hashes = new uint[512];
    private int[] _numbers = new int[512]; // number + 1, 0 for a free slot

    public int Count { get; private set; }

    public int NumberOf(uint hash)
    {
        int slot = Slot(hash);
        if (_numbers[slot] != 0)
        {
            return _numbers[slot] - 1;
        }

        _hashes[slot] = hash;
        _numbers[slot] = ++Count;
        int number = Count - 1;
        if (Count * 2 > _hashes.Length)
        {
            Grow();
        }

        return number;
    }

    /// <summary>The number of a term, or -1 if no sentence has it.</summary>
    public int Find(uint hash) => _numbers[Slot(hash)] - 1;

    private int Slot(uint hash)
    {
        int mask = _hashes.Length - 1;
        int slot = (int)(hash & (uint)mask);
        while (_numbers[slot] != 0 && _hashes[slot] != hash)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        (uint[] hashes, int[] numbers) = (_hashes, _numbers);
        _hashes = new uint[hashes.Length * 2];
        _numbers = new int[hashes.Length * 2];
        for (int i = 0; i < hashes.Length; i++)
        {
            if (numbers[i] != 0)
            {
                int slot = Slot(hashes[i]);
                (_hashes[slot], _numbers[slot]) = (hashes[i], numbers[i]);
            }
        }
    }
}
