namespace DigestBot.Store.Ledger;

/// <summary>The ledger: one row for each slot of each schedule, for ever.</summary>
internal sealed class OccurrenceStore(Database database, TimeProvider clock)
{
    /// <summary>Enters slots; one that is there already stays as it is.</summary>
    /// <returns>How many were new.</returns>
    public Task<int> OpenAsync(StoreTransaction transaction, IReadOnlyList<NewOccurrence> slots) => throw new NotImplementedException();

    /// <summary>Takes slots that are due, the oldest first; others get different ones until the lease ends.</summary>
    public Task<IReadOnlyList<TakenOccurrence>> TakeAsync(
        int limit, DateTimeOffset until, string worker, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Takes one slot by its id, if it is due and nobody else holds it.</summary>
    public Task<TakenOccurrence?> TakeAsync(long id, DateTimeOffset until, string worker, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Writes what became of a taken slot.</summary>
    /// <returns>False when somebody else took it since; the transaction has to be undone then.</returns>
    public Task<bool> EndAsync(StoreTransaction transaction, TakenOccurrence taken, OccurrenceEnd end) => throw new NotImplementedException();

    /// <summary>The newest slots of a schedule, the newest first, before <paramref name="before"/>.</summary>
    public Task<IReadOnlyList<Occurrence>> HistoryAsync(
        long scheduleId, int limit, DateTimeOffset? before, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<Occurrence?> FindAsync(long scheduleId, string slot, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Which of these slots are in the ledger.</summary>
    public Task<IReadOnlyList<string>> KnownAsync(
        StoreTransaction transaction, long scheduleId, IReadOnlyCollection<string> slots) => throw new NotImplementedException();
}
