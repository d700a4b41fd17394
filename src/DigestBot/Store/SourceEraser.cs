using System.Data.Common;
using Dapper;

namespace DigestBot.Store;

/// <summary>Takes a space's own sources away from it; of those that nobody else follows, articles and index go too.</summary>
internal sealed class SourceEraser(Database database)
{
    /// <summary>So many articles go in one transaction.</summary>
    private const int StepSize = 100;

    private readonly Dialect _dialect = database.Dialect;

    public async Task RunAsync(SpaceErasure erasure, CancellationToken cancellationToken)
    {
        var erased = new { space = erasure.Space.Id, until = erasure.Until.ToStore() };
        await database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "DELETE FROM space_hidden WHERE space_id = @space AND hidden_at <= @until", erased, transaction),
            cancellationToken);
        await database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "DELETE FROM source_setting WHERE space_id = @space AND set_at <= @until", erased, transaction),
            cancellationToken);
        while (await NextAsync(erasure, cancellationToken) is { } source)
        {
            while (await database.WriteAsync(
                (connection, transaction) => StepAsync(connection, transaction, erasure.Space.Id, source), cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private Task<long?> NextAsync(SpaceErasure erasure, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long?>(
                "SELECT source_id FROM space_source WHERE space_id = @space AND added_at <= @until ORDER BY source_id LIMIT 1",
                new { space = erasure.Space.Id, until = erasure.Until.ToStore() }),
            cancellationToken);

    /// <returns>False when the source is done with.</returns>
    private async Task<bool> StepAsync(DbConnection connection, DbTransaction transaction, long space, long source)
    {
        // Held until the end: somebody else who begins to follow it waits, and then finds it as it is.
        long others = await connection.ExecuteScalarAsync<long?>(
            $"""
            SELECT s.shared + (SELECT count(*) FROM space_source f WHERE f.source_id = s.id AND f.space_id <> @space)
            FROM source s WHERE s.id = @source {_dialect.LockRows}
            """,
            new { space, source },
            transaction) ?? 0;
        List<StoredText> articles = others > 0 ? [] : await ArticlesAsync(connection, transaction, source);
        if (articles.Count > 0)
        {
            await EraseAsync(connection, transaction, source, articles);
            return true;
        }

        await connection.ExecuteAsync(
            "DELETE FROM space_source WHERE space_id = @space AND source_id = @source", new { space, source }, transaction);
        if (others == 0)
        {
            await connection.ExecuteAsync("DELETE FROM term_frequency WHERE scope = @source", new { source }, transaction);
            await connection.ExecuteAsync("DELETE FROM source WHERE id = @source", new { source }, transaction);
        }

        return false;
    }

    private static async Task<List<StoredText>> ArticlesAsync(DbConnection connection, DbTransaction transaction, long source) =>
        (await connection.QueryAsync<StoredText>(
            $"{ArticleRemoval.Select} WHERE a.source_id = @source ORDER BY a.id LIMIT @max",
            new { source, max = StepSize },
            transaction)).AsList();

    private async Task EraseAsync(DbConnection connection, DbTransaction transaction, long source, List<StoredText> articles)
    {
        await ArticleRemoval.RunAsync(_dialect, connection, transaction, articles);
        await connection.ExecuteAsync("UPDATE source SET next_check = NULL WHERE id = @source", new { source }, transaction);
    }
}
