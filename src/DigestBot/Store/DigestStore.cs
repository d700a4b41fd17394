using Dapper;
using Microsoft.Extensions.Options;

namespace DigestBot.Store;

/// <summary>Composed digests, as documents; purged when they are older than the retention.</summary>
internal sealed class DigestStore(Database database, TimeProvider clock, IOptions<StoreOptions> options)
{
    /// <summary>
    /// Keeps a digest; the same one composed again stays one row. One that quotes what was forgotten while it was composed is
    /// not kept.
    /// </summary>
    public Task SaveAsync(
        Space space, string id, int ranker, string document, IReadOnlyCollection<long> quoted, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                DateTimeOffset now = clock.GetUtcNow();
                if (await IsForgottenAsync(new(connection, transaction), quoted))
                {
                    return;
                }

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
    /// <exception cref="InvalidOperationException">It quotes an article that was forgotten while it was composed.</exception>
    public async Task AddAsync(
        StoreTransaction transaction,
        IReadOnlyCollection<long> spaces,
        string id,
        int ranker,
        string document,
        IReadOnlyCollection<long> quoted)
    {
        if (await IsForgottenAsync(transaction, quoted))
        {
            throw new InvalidOperationException("A digest quotes an article that was forgotten meanwhile; it has to be composed again.");
        }

        DateTimeOffset now = clock.GetUtcNow();
        string body = BodyTable.HashOf(document);
        await BodyTable.AddAsync(database.Dialect, transaction, [(body, document)], now);
        await transaction.ExecuteRowsAsync(
            $"""
            INSERT INTO digest (space_id, id, composed_at, ranker, document, body)
            SELECT given.space, given.id, @now, given.ranker, '', given.body
            FROM {database.Dialect.Rows("@rows", "space bigint, id text, ranker bigint, body text")} WHERE true
            ON CONFLICT (space_id, id) DO UPDATE SET composed_at = excluded.composed_at
            """,
            spaces.Distinct().Order().Select(space => new { space, id, ranker, body }),
            now.ToStore());
    }

    public Task<string?> FindAsync(Space space, string id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<string?>(
                """
                SELECT COALESCE(b.text, d.document) FROM digest d LEFT JOIN body b ON b.hash = d.body
                WHERE d.space_id = @space AND d.id = @id
                """,
                new { space = space.Id, id }),
            cancellationToken);

    /// <summary>Documents of several digests, each as one space has it; without those that are not kept any more.</summary>
    public Task<IReadOnlyList<string>> FindAllAsync(
        IReadOnlyCollection<(long SpaceId, string Id)> wanted, CancellationToken cancellationToken) =>
        wanted.Count == 0 ? Task.FromResult<IReadOnlyList<string>>([]) : database.ReadAsync(
            async connection => (IReadOnlyList<string>)(await connection.QueryAsync<string>(
                $"""
                SELECT COALESCE(b.text, d.document)
                FROM {database.Dialect.Rows("@rows", "space bigint, id text")}
                JOIN digest d ON d.space_id = given.space AND d.id = given.id LEFT JOIN body b ON b.hash = d.body
                """,
                new { rows = StoreTransactionExtensions.Rows(wanted.Select(digest => new { space = digest.SpaceId, id = digest.Id })) })).AsList(),
            cancellationToken);

    private async Task<bool> IsForgottenAsync(StoreTransaction transaction, IReadOnlyCollection<long> articles) =>
        await transaction.ScalarAsync<long>(
            $"SELECT count(*) FROM forgotten_article WHERE {database.Dialect.In("article_id", "@articles")}",
            new { articles = database.Dialect.Ids(articles) }) > 0;
}
