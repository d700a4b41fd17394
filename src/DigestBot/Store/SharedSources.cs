using System.Data.Common;
using Dapper;
using DigestBot.Summaries;

namespace DigestBot.Store;

/// <summary>Makes a source's articles visible to every space, or takes them back, together with their index entries.</summary>
internal static class SharedSources
{
    private const int BatchSize = 500;

    public static Task ShareAsync(Dialect dialect, DbConnection connection, DbTransaction transaction, long sourceId) =>
        MoveAsync(dialect, connection, transaction, sourceId, toShared: true);

    public static Task UnshareAsync(Dialect dialect, DbConnection connection, DbTransaction transaction, long sourceId) =>
        MoveAsync(dialect, connection, transaction, sourceId, toShared: false);

    private static async Task MoveAsync(
        Dialect dialect, DbConnection connection, DbTransaction transaction, long sourceId, bool toShared)
    {
        // Stored stories know shared articles only: new ones wait to be grouped, old ones leave.
        await connection.ExecuteAsync(
            "UPDATE source SET shared = @shared WHERE id = @sourceId", new { sourceId, shared = toShared ? 1 : 0 }, transaction);
        await connection.ExecuteAsync(
            toShared
                ? "UPDATE article SET story_id = NULL WHERE source_id = @sourceId AND story_id = 0"
                : "UPDATE article SET story_id = 0, story_since = NULL WHERE source_id = @sourceId",
            new { sourceId },
            transaction);

        await using var index = new IndexBatch(dialect, connection, transaction);
        long after = -1;
        while (await ReadBatchAsync(connection, transaction, sourceId, after) is { Count: > 0 } articles)
        {
            foreach (ArticleText article in articles)
            {
                IndexedText text = IndexedText.Analyze(article.Title, article.Text, article.Language);
                await index.RemoveAsync(article.Id, new IndexScope(sourceId, !toShared), text);
                await index.AddAsync(article.Id, new IndexScope(sourceId, toShared), text);
            }

            after = articles[^1].Id;
        }

        await index.CompleteAsync();
    }

    private static async Task<List<ArticleText>> ReadBatchAsync(
        DbConnection connection, DbTransaction transaction, long sourceId, long after) =>
        (await connection.QueryAsync<ArticleText>(
            """
            SELECT a.id, a.title, a.text, a.language FROM article a JOIN article_terms t ON t.article_id = a.id
            WHERE a.source_id = @sourceId AND a.id > @after AND t.analyzer_version = @version ORDER BY a.id LIMIT @limit
            """,
            new { sourceId, after, version = (long)TextAnalyzer.Version, limit = BatchSize },
            transaction)).AsList();

    private sealed record ArticleText(long Id, string Title, string Text, string? Language);
}
