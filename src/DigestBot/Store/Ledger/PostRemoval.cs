namespace DigestBot.Store.Ledger;

/// <summary>Lets the messages of a removed schedule die, but for those of which one may have arrived already: these are looked into.</summary>
internal sealed class PostRemoval(Dialect dialect, StoreTransaction transaction, DateTimeOffset now)
{
    public const string Note = "The schedule was removed.";

    public async Task RunAsync(long scheduleId)
    {
        List<long> queued = await transaction.QueryAsync<long>(
            "SELECT id FROM occurrence WHERE schedule_id = @scheduleId AND state = 'Queued' ORDER BY id", new { scheduleId });
        if (queued.Count == 0)
        {
            return;
        }

        object these = dialect.Ids(queued);
        List<PostRow> dying = await transaction.QueryAsync<PostRow>(
            $"""
            SELECT {PostRow.Columns} FROM post p WHERE {dialect.In("p.occurrence_id", "@these")}
              AND (p.state = 'Waiting' OR (p.state = 'Ready' AND p.unsure_since IS NULL)) ORDER BY p.id {dialect.LockRows}
            """,
            new { these });
        await transaction.ExecuteRowsAsync(
            $"""
            UPDATE post SET state = 'Dead', worker = NULL, take_at = NULL, finished_at = @now, trail = given.trail
            FROM {dialect.Rows("@rows", "id bigint, trail text")} WHERE post.id = given.id
            """,
            dying.Select(row => new { id = row.Id, trail = PostTrail.With(row.Trail, now, Note) }),
            now.ToStore());
        await EndAsync(these);
    }

    // A slot with a message that is still looked into ends with it.
    private async Task EndAsync(object these)
    {
        List<long> ended = await transaction.QueryAsync<long>(
            $"""
            UPDATE occurrence SET finished_at = @now,
              state = CASE WHEN delivered = 0 THEN 'Skipped' ELSE 'Failed' END,
              skipped = CASE WHEN delivered = 0 THEN 'Removed' END,
              problem = CASE WHEN delivered > 0 THEN '{Note}' END
            WHERE {dialect.In("id", "@these")} AND state = 'Queued'
              AND NOT EXISTS (SELECT 1 FROM post p WHERE p.occurrence_id = occurrence.id AND p.finished_at IS NULL)
            RETURNING CASE WHEN delivered = 0 THEN id ELSE -1 END
            """,
            new { these, now = now.ToStore() });
        await ShownStore.ForgetAsync(dialect, transaction, [.. ended.Where(id => id > 0)]);
    }
}
