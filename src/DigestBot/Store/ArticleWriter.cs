using System.Data.Common;
using Dapper;

namespace DigestBot.Store;

/// <summary>Stores articles: rows, index, term vectors, frequencies and the source's state, all in one transaction.</summary>
internal sealed class ArticleWriter(Database database)
{
    /// <summary>Stores what is new and what has changed. A known article without a change costs one look-up.</summary>
    public Task<WriteCounts> WriteAsync(
        IReadOnlyList<NewArticle> articles, PollResult? poll, CancellationToken cancellationToken)
    {
        // In the order of the ids to be, which the index needs.
        NewArticle[] ordered = [.. articles.OrderBy(article => article.Effective)];
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                await using var batch = new ArticleBatch(database.Dialect, connection, transaction);
                var counts = new WriteCounts();
                foreach (NewArticle article in ordered)
                {
                    counts += await batch.WriteAsync(article);
                }

                await batch.CompleteAsync();
                if (poll is not null)
                {
                    await RecordAsync(connection, transaction, poll);
                }

                return counts;
            },
            cancellationToken);
    }

    private static Task<int> RecordAsync(DbConnection connection, DbTransaction transaction, PollResult poll) =>
        connection.ExecuteAsync(
            """
            UPDATE source SET last_check = @at, next_check = @next, etag = @etag, last_modified = @modified, last_error = @error,
              failures = CASE WHEN @failed = 1 THEN failures + 1 ELSE 0 END,
              last_success = CASE WHEN @failed = 1 THEN last_success ELSE @at END,
              hint_interval = @interval, hint_base = @base, skip_hours = @skipHours, skip_days = @skipDays
            WHERE id = @id
            """,
            new
            {
                id = poll.SourceId,
                at = poll.CheckedAt.ToStore(),
                next = poll.NextCheck.ToStore(),
                etag = poll.ETag,
                modified = poll.LastModified,
                error = poll.Error,
                failed = poll.Error is null ? 0 : 1,
                interval = (long?)poll.Hints.Interval?.TotalMilliseconds,
                @base = poll.Hints.Base.ToStore(),
                skipHours = poll.Hints.SkipHours,
                skipDays = poll.Hints.SkipDays,
            },
            transaction);
}
