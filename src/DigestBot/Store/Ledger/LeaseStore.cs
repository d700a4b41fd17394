namespace DigestBot.Store.Ledger;

/// <summary>What must have one owner for long: a name, its owner, and a token that grows with every change of owner.</summary>
internal sealed class LeaseStore(Database database, TimeProvider clock)
{
    /// <summary>Takes the lease if it is free, expired or one's own, or renews it.</summary>
    /// <returns>The fencing token, or null while somebody else holds it.</returns>
    public Task<long?> TakeAsync(string name, string owner, TimeSpan duration, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            transaction =>
            {
                DateTimeOffset now = clock.GetUtcNow();
                return transaction.ScalarAsync<long?>(
                    """
                    INSERT INTO lease (name, owner, token, expires_at) VALUES (@name, @owner, 1, @expires)
                    ON CONFLICT (name) DO UPDATE
                    SET token = lease.token + CASE WHEN lease.owner = excluded.owner THEN 0 ELSE 1 END,
                      owner = excluded.owner, expires_at = excluded.expires_at
                    WHERE lease.owner = excluded.owner OR lease.expires_at <= @now
                    RETURNING token
                    """,
                    new { name, owner, expires = (now + duration).ToStore(), now = now.ToStore() });
            },
            cancellationToken);

    /// <summary>Gives it back early; nothing happens when it is not the owner's any more.</summary>
    public Task ReleaseAsync(string name, string owner, long token, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            transaction => transaction.ExecuteAsync(
                "UPDATE lease SET expires_at = 0 WHERE name = @name AND owner = @owner AND token = @token", new { name, owner, token }),
            cancellationToken);
}
