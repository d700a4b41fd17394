using Dapper;
using Microsoft.Extensions.Options;

namespace DigestBot.Store;

/// <summary>Composed digests, as documents; purged when they are older than the retention.</summary>
internal sealed class DigestStore(Database database, TimeProvider clock, IOptions<StoreOptions> options)
{
    /// <summary>Keeps a digest; the same one composed again stays one row.</summary>
    public Task SaveAsync(Space space, string id, int ranker, string document, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                DateTimeOffset now = clock.GetUtcNow();
                await connection.ExecuteAsync(
                    """
                    INSERT INTO digest (space_id, id, composed_at, ranker, document) VALUES (@space, @id, @now, @ranker, @document)
                    ON CONFLICT (space_id, id) DO UPDATE SET composed_at = excluded.composed_at
                    """,
                    new { space = space.Id, id, now = now.ToStore(), ranker = (long)ranker, document },
                    transaction);
                await connection.ExecuteAsync(
                    "DELETE FROM digest WHERE composed_at < @before",
                    new { before = (now - options.Value.DigestRetention).ToStore() },
                    transaction);
            },
            cancellationToken);

    /// <summary>Keeps one digest for several spaces, its document once.</summary>
    public Task AddAsync(
        StoreTransaction transaction, IReadOnlyCollection<long> spaces, string id, int ranker, string document) => throw new NotImplementedException();

    public Task<string?> FindAsync(Space space, string id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<string?>(
                "SELECT document FROM digest WHERE space_id = @space AND id = @id", new { space = space.Id, id }),
            cancellationToken);
}
