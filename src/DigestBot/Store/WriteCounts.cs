namespace DigestBot.Store;

/// <summary>What storing a batch of articles did.</summary>
/// <param name="New">Stored for the first time.</param>
/// <param name="Updated">Known, with another text.</param>
/// <param name="Duplicates">Known, without a change, or forgotten on purpose.</param>
internal readonly record struct WriteCounts(int New, int Updated, int Duplicates)
{
    /// <summary>Of the duplicates, those that were not stored because they are to be forgotten.</summary>
    public int Forgotten { get; init; }

    public static WriteCounts operator +(WriteCounts left, WriteCounts right) =>
        new(left.New + right.New, left.Updated + right.Updated, left.Duplicates + right.Duplicates)
        {
            Forgotten = left.Forgotten + right.Forgotten,
        };
}
