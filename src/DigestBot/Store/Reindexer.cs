using System.Data.Common;
using Dapper;
using DigestBot.Summaries;

namespace DigestBot.Store;

/// <summary>Rebuilds what an older analyzer indexed, from the stored texts, while the bot goes on.</summary>
/// <remarks>Each batch commits by itself and the version of a row says whether it is done, so it can be stopped anywhere.</remarks>
internal sealed class Reindexer(Database database)
{
    private const int BatchSize = 200;
    private const string Outdated = """
        FROM article a JOIN source s ON s.id = a.source_id LEFT JOIN article_terms t ON t.article_id = a.id
        WHERE (t.article_id IS NULL OR t.analyzer_version <> @version)
        """;

    /// <summary>Returns how many articles were indexed anew.</summary>
    public async Task<long> RunAsync(IProgress<(long Done, long Total)>? progress, CancellationToken cancellationToken)
    {
        long total = await CountOutdatedAsync(cancellationToken);
        long done = 0;
        long after = -1;
        while (await RunBatchAsync(after, cancellationToken) is { Count: > 0 } batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            done += batch.Count;
            after = batch.LastId;
            progress?.Report((done, Math.Max(total, done)));
        }

        await ForgetOldFrequenciesAsync(cancellationToken);
        return done;
    }

    public Task<long> CountOutdatedAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>($"SELECT count(*) {Outdated}", new { version = (long)TextAnalyzer.Version }),
            cancellationToken);

    private Task<(int Count, long LastId)> RunBatchAsync(long after, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                List<Row> rows = await ReadAsync(connection, transaction, after);
                await using var index = new IndexBatch(database.Dialect, connection, transaction);
                foreach (Row row in rows)
                {
                    await index.RemoveEntryAsync(row.Id);
                    await index.AddAsync(row.Id, new IndexScope(row.SourceId, row.Shared != 0), IndexedText.Analyze(row.Title, row.Text, row.Language));
                }

                await index.CompleteAsync();
                return (rows.Count, rows.Count == 0 ? after : rows[^1].Id);
            },
            cancellationToken);

    private static async Task<List<Row>> ReadAsync(DbConnection connection, DbTransaction transaction, long after) =>
        (await connection.QueryAsync<Row>(
            $"""
            SELECT a.id AS Id, a.source_id AS SourceId, s.shared AS Shared, a.title AS Title, a.text AS Text, a.language AS Language
            {Outdated} AND a.id > @after ORDER BY a.id LIMIT @limit
            """,
            new { version = (long)TextAnalyzer.Version, after, limit = BatchSize },
            transaction)).AsList();

    private Task<int> ForgetOldFrequenciesAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "DELETE FROM term_frequency WHERE analyzer_version <> @version", new { version = (long)TextAnalyzer.Version }, transaction),
            cancellationToken);

    private sealed record Row(long Id, long SourceId, long Shared, string Title, string Text, string? Language);
}
