using Dapper;
using DigestBot.News;

namespace DigestBot.Store;

/// <summary>Which places are still to be told that a source is given up, each once until the source has been read again.</summary>
internal sealed class DeadSourceStore(Database database, TimeProvider clock)
{
    // Told since it was last read is told; what was never read is told once.
    private const string IsUntold = "s.dead_at IS NOT NULL AND (f.told_at IS NULL OR f.told_at < s.last_success)";

    /// <summary>Those of one platform, in places that can be reached, the longest dead first.</summary>
    /// <param name="platform">Such as <c>discord</c>.</param>
    /// <param name="max">So many.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<IReadOnlyList<DeadSource>> UntoldAsync(string platform, int max, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<DeadSource>>(
            async connection =>
            [
                .. (await connection.QueryAsync<Row>(
                    $"""
                    SELECT f.space_id AS SpaceId, s.id AS SourceId, f.added_in AS Place, s.name AS Name, s.last_error AS Why, s.dead_at AS DeadAt
                    FROM source s JOIN space_source f ON f.source_id = s.id JOIN space p ON p.id = f.space_id
                    LEFT JOIN channel c ON c.space_id = f.space_id AND c.address = f.added_in
                    WHERE {IsUntold} AND s.paused = 0 AND f.added_in LIKE @platform AND p.left_at IS NULL AND p.erase_at IS NULL
                      AND c.parked_at IS NULL
                    ORDER BY s.dead_at, s.id, f.space_id LIMIT @max
                    """,
                    new { platform = $"{platform}:%", max })).Select(row => row.ToDead()),
            ],
            cancellationToken);

    /// <summary>Notes that a place is told, in the transaction that queues what is said there.</summary>
    /// <returns>False, and nothing is noted, where somebody else has told it, or the source lives again.</returns>
    public async Task<bool> TellAsync(StoreTransaction transaction, IReadOnlyList<DeadSource> dead)
    {
        // Rows are locked in one order, so that two nodes that tell the same wait for each other.
        DeadSource[] ordered = [.. dead.OrderBy(source => source.SourceId).ThenBy(source => source.SpaceId)];
        foreach (DeadSource source in ordered)
        {
            List<long> still = await transaction.QueryAsync<long>(
                $"""
                SELECT s.id FROM source s JOIN space_source f ON f.source_id = s.id
                WHERE s.id = @source AND f.space_id = @space AND s.dead_at = @deadAt AND {IsUntold} {database.Dialect.LockRows}
                """,
                new { source = source.SourceId, space = source.SpaceId, deadAt = source.DeadAt.ToStore() });
            if (still.Count == 0)
            {
                return false;
            }
        }

        await transaction.ExecuteRowsAsync(
            $"""
            UPDATE space_source SET told_at = @now FROM {database.Dialect.Rows("@rows", "space bigint, source bigint")}
            WHERE space_source.space_id = given.space AND space_source.source_id = given.source
            """,
            ordered.Select(source => new { space = source.SpaceId, source = source.SourceId }),
            clock.GetUtcNow().ToStore());
        return true;
    }

    /// <summary>How the source came to the space; null where the space does not follow it itself.</summary>
    public Task<SourceOrigin?> OriginAsync(Space space, Source source, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.QuerySingleOrDefaultAsync<Origin?>(
            "SELECT added_at AS AddedAt, added_in AS AddedIn, told_at AS ToldAt FROM space_source WHERE space_id = @space AND source_id = @source",
            new { space = space.Id, source = source.Id }) is { } row
            ? new SourceOrigin(Instant.FromStore(row.AddedAt), row.AddedIn, Instant.FromStore(row.ToldAt))
            : null,
        cancellationToken);

    private sealed record Row
    {
        public long SpaceId { get; init; }

        public long SourceId { get; init; }

        public string Place { get; init; } = "";

        public string Name { get; init; } = "";

        public string? Why { get; init; }

        public long DeadAt { get; init; }

        public DeadSource ToDead() => new(SpaceId, SourceId, Place, Name, Why ?? "", Instant.FromStore(DeadAt));
    }

    private sealed record Origin
    {
        public long AddedAt { get; init; }

        public string? AddedIn { get; init; }

        public long? ToldAt { get; init; }
    }
}
