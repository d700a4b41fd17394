namespace DigestBot.Store.Ledger;

/// <summary>Forgets content, and keeps the keys: a slot or part that once was is never entered again.</summary>
internal sealed class LedgerRetention(Database database, TimeProvider clock)
{
    /// <summary>Removes bodies, trails and shown sentences that are past their retention, in bounded steps.</summary>
    /// <returns>How many rows were changed or removed.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}
