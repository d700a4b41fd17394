namespace DigestBot.Store.Ledger;

/// <summary>What must have one owner for long: a name, its owner, and a token that grows with every change of owner.</summary>
internal sealed class LeaseStore(Database database, TimeProvider clock)
{
    /// <summary>Takes the lease if it is free, expired or one's own, or renews it.</summary>
    /// <returns>The fencing token, or null while somebody else holds it.</returns>
    public Task<long?> TakeAsync(string name, string owner, TimeSpan duration, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Gives it back early; nothing happens when it is not the owner's any more.</summary>
    public Task ReleaseAsync(string name, string owner, long token, CancellationToken cancellationToken) => throw new NotImplementedException();
}
