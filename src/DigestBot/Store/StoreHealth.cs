using Dapper;

namespace DigestBot.Store;

/// <summary>Opens the store, reads and writes, and says how it stands.</summary>
internal sealed class StoreHealth(Database database, Reindexer reindexer, FactStore facts, TimeProvider clock)
{
    /// <summary>Throws <see cref="StoreException"/> with the reason and the remedy.</summary>
    public async Task<StoreState> CheckAsync(CancellationToken cancellationToken)
    {
        await facts.SetAsync("checked_at", clock.GetUtcNow().ToString("O"), cancellationToken);
        (long articles, long sources, long schedules) = await database.ReadAsync(
            async connection => (
                await connection.ExecuteScalarAsync<long>("SELECT COALESCE(sum(articles), 0) FROM source"),
                await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM source"),
                await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM schedule WHERE removed_at IS NULL")),
            cancellationToken);
        long outdated = await reindexer.CountOutdatedAsync(cancellationToken);
        string provider = database.Dialect is SqliteDialect ? "sqlite" : "postgresql";
        return new StoreState(provider, database.Dialect.Location, articles, sources, schedules, outdated);
    }

    /// <summary>One cheap read of a table: whether the store answers, and is one.</summary>
    public Task PingAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT count(*) FROM store_fact"), cancellationToken);
}
