namespace DigestBot.Store;

/// <summary>What the grouper may read while it holds the lock.</summary>
internal interface IStoryBatch
{
    /// <summary>Grows with every batch that was written, by whichever node: what is remembered of another revision is stale.</summary>
    long Revision { get; }

    /// <summary>At most <paramref name="max"/> of the newest grouped articles of the span, oldest first.</summary>
    Task<IReadOnlyList<WaitingArticle>> GroupedAsync(DateTimeOffset from, DateTimeOffset to, int max);
}
