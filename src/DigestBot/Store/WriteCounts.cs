namespace DigestBot.Store;

/// <summary>What storing a batch of articles did.</summary>
internal readonly record struct WriteCounts(int New, int Updated, int Duplicates)
{
    public static WriteCounts operator +(WriteCounts left, WriteCounts right) =>
        new(left.New + right.New, left.Updated + right.Updated, left.Duplicates + right.Duplicates);
}
