namespace DigestBot.Store.Ledger;

/// <summary>Which sentences a channel was shown, by the hash of their text.</summary>
internal sealed class ShownStore(Database database, TimeProvider clock)
{
    /// <summary>Of these sentences, the ones that each of these channels was shown.</summary>
    public Task<ILookup<long, long>> FindAsync(
        IReadOnlyCollection<long> channels, IReadOnlyCollection<long> sentences, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Remembers sentences of a slot; they are forgotten if the slot fails with no part delivered.</summary>
    public Task AddAsync(StoreTransaction transaction, IReadOnlyList<ShownSentence> shown) => throw new NotImplementedException();
}
