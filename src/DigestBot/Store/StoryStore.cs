using System.Data.Common;
using Dapper;
using DigestBot.News;

namespace DigestBot.Store;

/// <summary>Which shared articles report the same event.</summary>
internal sealed class StoryStore(Database database, TimeProvider clock)
{
    private const string RevisionFact = "story_revision";

    private const string SelectShared = """
        SELECT a.id AS Id, a.source_id AS SourceId, s.site AS Site, a.story_id AS StoryId, t.vector AS Vector
        FROM article a JOIN article_terms t ON t.article_id = a.id JOIN source s ON s.id = a.source_id
        """;

    private readonly Dialect _dialect = database.Dialect;

    /// <summary>
    /// Lets <paramref name="group"/> give stories to the oldest articles that wait for one. One writer at a time, in one
    /// transaction, so that a node that was paused cannot write behind a newer one. Returns how many were grouped.
    /// </summary>
    public Task<int> GroupWaitingAsync(
        int max, Func<IStoryBatch, IReadOnlyList<WaitingArticle>, Task<IReadOnlyList<StoryMember>>> group, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await _dialect.LockAsync(connection, transaction, "story");
                List<WaitingArticle> waiting = (await connection.QueryAsync<WaitingArticle>(
                    $"{SelectShared} WHERE a.story_id IS NULL ORDER BY a.id LIMIT @max", new { max }, transaction)).AsList();
                if (waiting.Count > 0)
                {
                    long revision = await RevisionAsync(connection, transaction);
                    var batch = new StoryBatch(connection, transaction, revision);
                    await WriteAsync(connection, transaction, await group(batch, waiting));
                    await FactStore.SetAsync(connection, transaction, RevisionFact, $"{revision + 1}");
                }

                return waiting.Count;
            },
            cancellationToken);

    /// <summary>Says that stories were changed by somebody else than the one who groups; under the same lock.</summary>
    public static async Task TouchAsync(StoreTransaction transaction)
    {
        long revision = await RevisionAsync(transaction.Connection, transaction.Transaction);
        await FactStore.SetAsync(transaction.Connection, transaction.Transaction, RevisionFact, $"{revision + 1}");
    }

    private static async Task<long> RevisionAsync(DbConnection connection, DbTransaction transaction) =>
        await connection.ExecuteScalarAsync<long?>(
            $"SELECT CAST(value AS bigint) FROM store_fact WHERE name = '{RevisionFact}'", transaction: transaction) ?? 0;

    private async Task WriteAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<StoryMember> members)
    {
        long now = clock.GetUtcNow().ToStore();
        await using DbCommand story = connection.Command(
            transaction, "INSERT INTO story (id, since) VALUES (@id, @since) ON CONFLICT (id) DO NOTHING", "@id", "@since");
        await using DbCommand article = connection.Command(
            transaction, "UPDATE article SET story_id = @story, story_since = @since WHERE id = @id", "@story", "@since", "@id");
        foreach (long id in members.Select(member => member.StoryId).Distinct())
        {
            story.Parameters[0].Value = id;
            story.Parameters[1].Value = now;
            await story.ExecuteNonQueryAsync();
        }

        foreach (StoryMember member in members)
        {
            article.Parameters[0].Value = member.StoryId;
            article.Parameters[1].Value = now;
            article.Parameters[2].Value = member.ArticleId;
            await article.ExecuteNonQueryAsync();
        }
    }

    private sealed class StoryBatch(DbConnection connection, DbTransaction transaction, long revision) : IStoryBatch
    {
        public long Revision => revision;

        public async Task<IReadOnlyList<WaitingArticle>> GroupedAsync(DateTimeOffset from, DateTimeOffset to, int max) =>
            (await connection.QueryAsync<WaitingArticle>(
                $"{SelectShared} WHERE a.story_id > 0 AND a.id BETWEEN @from AND @to ORDER BY a.id DESC LIMIT @max",
                new { from = ArticleId.First(from), to = ArticleId.Last(to), max },
                transaction)).Reverse().ToList();
    }
}
