using Dapper;

namespace DigestBot.Store;

/// <summary>Which spaces the bot has left, and which are to be erased.</summary>
internal sealed class SpaceLifecycleStore(Database database, TimeProvider clock)
{
    /// <summary>Names why channels of a space that the bot has left are parked.</summary>
    private const string LeftReason = "The bot was removed.";

    /// <summary>Parks every channel of the space, and has its content erased at <paramref name="eraseAt"/> unless the bot comes back.</summary>
    public Task LeftAsync(string key, DateTimeOffset eraseAt, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async transaction =>
            {
                var left = new { key, now = clock.GetUtcNow().ToStore(), eraseAt = eraseAt.ToStore(), reason = LeftReason };
                await transaction.ExecuteAsync(
                    "UPDATE space SET left_at = @now, erase_at = COALESCE(erase_at, @eraseAt) WHERE key = @key AND left_at IS NULL", left);

                // The same instant marks what was parked by this, for the day when the bot comes back.
                return await transaction.ExecuteAsync(
                    """
                    UPDATE channel SET parked_at = (SELECT left_at FROM space WHERE key = @key), parked_reason = @reason
                    WHERE parked_at IS NULL AND space_id = (SELECT id FROM space WHERE key = @key)
                    """,
                    left);
            },
            cancellationToken);

    /// <summary>Takes back what <see cref="LeftAsync"/> did; what people asked to be erased is erased all the same.</summary>
    public Task JoinedAsync(string key, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync(
                    """
                    UPDATE channel SET parked_at = NULL, parked_reason = NULL, refusals = 0
                    WHERE space_id = (SELECT id FROM space WHERE key = @key AND left_at IS NOT NULL)
                      AND parked_at = (SELECT left_at FROM space WHERE key = @key) AND parked_reason = @reason
                    """,
                    new { key, reason = LeftReason });
                return await transaction.ExecuteAsync(
                    "UPDATE space SET erase_at = CASE WHEN erase_at <= left_at THEN erase_at END, left_at = NULL WHERE key = @key AND left_at IS NOT NULL",
                    new { key });
            },
            cancellationToken);

    /// <summary>Has everything that the space has so far erased, and forgets its settings at once.</summary>
    /// <returns>What is to be erased.</returns>
    public Task<SpaceErasure> AskAsync(Space space, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return database.InTransactionAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync(
                    "UPDATE space SET erase_at = @now, language = NULL, manager_role = NULL, time_zone = 'Etc/UTC' WHERE id = @id",
                    new { id = space.Id, now = now.ToStore() });
                return new SpaceErasure(space, now);
            },
            cancellationToken);
    }

    /// <summary>Spaces whose time to be erased has come, the longest waiting first.</summary>
    public Task<IReadOnlyList<SpaceErasure>> DueAsync(int max, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<SpaceErasure>>(
            async connection =>
            [
                .. (await connection.QueryAsync<DueRow>(
                    """
                    SELECT id AS Id, key AS Key, time_zone AS TimeZone, language AS Language, erase_at AS EraseAt FROM space
                    WHERE erase_at <= @now ORDER BY erase_at, id LIMIT @max
                    """,
                    new { now = clock.GetUtcNow().ToStore(), max }))
                    .Select(row => new SpaceErasure(new(row.Id, row.Key, row.TimeZone, row.Language), Instant.FromStore(row.EraseAt))),
            ],
            cancellationToken);

    /// <summary>Notes that it is done, unless more was asked for meanwhile; of a space that the bot has left nothing is kept.</summary>
    public Task ErasedAsync(SpaceErasure erasure, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            transaction => transaction.ExecuteAsync(
                """
                UPDATE space SET erase_at = NULL,
                  time_zone = CASE WHEN left_at IS NULL THEN time_zone ELSE 'Etc/UTC' END,
                  language = CASE WHEN left_at IS NULL THEN language END,
                  manager_role = CASE WHEN left_at IS NULL THEN manager_role END
                WHERE id = @id AND erase_at = @until
                """,
                new { id = erasure.Space.Id, until = erasure.Until.ToStore() }),
            cancellationToken);

    private sealed record DueRow
    {
        public long Id { get; init; }

        public string Key { get; init; } = "";

        public string TimeZone { get; init; } = "";

        public string? Language { get; init; }

        public long EraseAt { get; init; }
    }
}
