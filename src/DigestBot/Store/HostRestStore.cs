using Dapper;

namespace DigestBot.Store;

/// <summary>Keeps what hosts asked for, for the next process.</summary>
internal sealed class HostRestStore(Database database, TimeProvider clock)
{
    /// <summary>Those that are not over, the longest first.</summary>
    public Task<IReadOnlyList<HostRest>> ListAsync(int max, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => (IReadOnlyList<HostRest>)[.. (await connection.QueryAsync<(string Host, long Until)>(
                "SELECT host, until_at FROM host_rest WHERE until_at > @now ORDER BY until_at DESC, host LIMIT @max",
                new { now = clock.GetUtcNow().ToStore(), max }))
                .Select(row => new HostRest(row.Host, Instant.FromStore(row.Until)))],
            cancellationToken);

    /// <summary>Adds to what is kept, and forgets what is over.</summary>
    public Task SaveAsync(IReadOnlyList<HostRest> rests, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "DELETE FROM host_rest WHERE until_at <= @now", new { now = clock.GetUtcNow().ToStore() }, transaction);
                return await connection.ExecuteAsync(
                    "INSERT INTO host_rest (host, until_at) VALUES (@host, @until) ON CONFLICT (host) DO UPDATE SET until_at = excluded.until_at",
                    rests.OrderBy(rest => rest.Host, StringComparer.Ordinal).Select(rest => new { host = rest.Host, until = rest.Until.ToStore() }),
                    transaction);
            },
            cancellationToken);
}
