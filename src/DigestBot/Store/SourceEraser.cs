using System.Data.Common;
using Dapper;
using DigestBot.Summaries;

namespace DigestBot.Store;

/// <summary>Takes a space's own sources away from it; of those that nobody else follows, articles and index go too.</summary>
internal sealed class SourceEraser(Database database)
{
    /// <summary>So many articles go in one transaction.</summary>
    private const int StepSize = 100;

    private readonly Dialect _dialect = database.Dialect;

    public async Task RunAsync(SpaceErasure erasure, CancellationToken cancellationToken)
    {
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
        List<ArticleText> articles = others > 0 ? [] : await ArticlesAsync(connection, transaction, source);
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

    private static async Task<List<ArticleText>> ArticlesAsync(DbConnection connection, DbTransaction transaction, long source) =>
        (await connection.QueryAsync<ArticleText>(
            """
            SELECT a.id AS Id, a.title AS Title, a.text AS Text, t.analyzer_version AS Version
            FROM article a LEFT JOIN article_terms t ON t.article_id = a.id WHERE a.source_id = @source ORDER BY a.id LIMIT @max
            """,
            new { source, max = StepSize },
            transaction)).AsList();

    private async Task EraseAsync(DbConnection connection, DbTransaction transaction, long source, List<ArticleText> articles)
    {
        await using var index = new IndexBatch(_dialect, connection, transaction);
        foreach (ArticleText article in articles)
        {
            if (article.Version == TextAnalyzer.Version)
            {
                await index.RemoveAsync(article.Id, new IndexScope(source, Shared: false), TextAnalyzer.Analyze(article.Title, article.Text));
            }
            else
            {
                await index.RemoveEntryAsync(article.Id);
            }
        }

        await index.CompleteAsync();
        var these = new { ids = _dialect.Ids([.. articles.Select(article => article.Id)]), source, erased = articles.Count };
        await connection.ExecuteAsync($"DELETE FROM article_version WHERE {_dialect.In("article_id", "@ids")}", these, transaction);
        await connection.ExecuteAsync($"DELETE FROM article WHERE {_dialect.In("id", "@ids")}", these, transaction);
        await connection.ExecuteAsync(
            "UPDATE source SET articles = articles - @erased, next_check = NULL WHERE id = @source", these, transaction);
    }

    private sealed record ArticleText
    {
        public long Id { get; init; }

        public string Title { get; init; } = "";

        public string Text { get; init; } = "";

        public long? Version { get; init; }
    }
}
