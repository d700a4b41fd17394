using Dapper;
using DigestBot.News;

namespace DigestBot.Store;

/// <summary>Which sources are due, and when the others will be, whatever happens to the clock.</summary>
internal sealed class PollQueue(Database database, TimeProvider clock)
{
    /// <summary>Later than this, a source is late because nobody was there to read it.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    /// <summary>A clock that differs by less is not called wrong.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>Nobody asks to be left alone for longer and is heard.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(8);

    /// <summary>So far apart are sources that were all late.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Takes sources that are due and puts their next check to <paramref name="again"/>: if this process dies while
    /// reading them, they are due then, and no other process takes them before.
    /// </summary>
    public Task<IReadOnlyList<Source>> TakeDueAsync(int max, DateTimeOffset again, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                IEnumerable<SourceRow> due = await connection.QueryAsync<SourceRow>(
                    $"""
                    SELECT {SourceRow.Columns} FROM source s WHERE s.next_check <= @now AND s.paused = 0
                    ORDER BY s.next_check LIMIT @max {database.Dialect.SkipTaken}
                    """,
                    new { now = clock.GetUtcNow().ToStore(), max },
                    transaction);
                Source[] taken = [.. due.Select(row => row.ToSource())];
                // What a hub tells of meanwhile is looked for after the poll, which cannot be begun twice.
                await connection.ExecuteAsync(
                    $"""
                    UPDATE source SET next_check = @again WHERE {database.Dialect.In("id", "@ids")};
                    UPDATE hub_subscription SET taken_until = @again WHERE {database.Dialect.In("source_id", "@ids")};
                    """,
                    new { again = again.ToStore(), ids = database.Dialect.Ids([.. taken.Select(source => source.Id)]) },
                    transaction);
                return (IReadOnlyList<Source>)taken;
            },
            cancellationToken);

    /// <summary>Has a source asked later, because its host is not to be asked now.</summary>
    public Task PutOffAsync(Source source, DateTimeOffset until, CancellationToken cancellationToken) =>
        ExecuteAsync(
            """
            UPDATE source SET next_check = @until, next_why = @why WHERE id = @id;
            UPDATE hub_subscription SET taken_until = 0 WHERE source_id = @id;
            """,
            new { id = source.Id, until = until.ToStore(), why = nameof(CheckReason.Rest) },
            cancellationToken);

    /// <summary>Spreads the sources that became due while nobody was there, over no longer than <paramref name="longest"/>.</summary>
    public Task SpreadLateAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                long late = (now - Late).ToStore();
                long count = await connection.ExecuteScalarAsync<long>(
                    "SELECT count(*) FROM source WHERE next_check < @late AND paused = 0", new { late }, transaction);
                // By a number that shares no factor with a span of round milliseconds, neighbours come far apart.
                long window = Math.Max(1, Math.Min(count * (long)Step.TotalMilliseconds, (long)longest.TotalMilliseconds));
                return await connection.ExecuteAsync(
                    "UPDATE source SET next_check = @now + (id * 1000003) % @window WHERE next_check < @late AND paused = 0",
                    new { now = now.ToStore(), window, late },
                    transaction);
            },
            cancellationToken);
    }

    /// <summary>
    /// After the clock was put forward, or the machine slept, by <paramref name="jump"/>: what was not due then keeps the time
    /// that it still had.
    /// </summary>
    /// <remarks>Several processes may each see it and each add to the time; so there is an end to that.</remarks>
    public Task ClockWentForwardAsync(TimeSpan jump, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return ExecuteAsync(
            """
            UPDATE source SET next_check = CASE WHEN next_check + @jump < @latest THEN next_check + @jump ELSE @latest END
            WHERE next_check > @before
            """,
            new { before = (now - jump).ToStore(), latest = (now + Longest).ToStore(), jump = (long)jump.TotalMilliseconds },
            cancellationToken);
    }

    /// <summary>
    /// After the clock was put back, now or while nobody was there: a source that was asked in the future waits as long as it
    /// did then, counted from now; one that was never asked is asked.
    /// </summary>
    public Task ClockWentBackAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return ExecuteAsync(
            """
            UPDATE source SET next_check = CASE WHEN last_check IS NULL THEN @now ELSE @now + next_check - last_check END,
              last_check = CASE WHEN last_check IS NULL THEN NULL ELSE @now END
            WHERE last_check > @future OR (last_check IS NULL AND next_check > @tomorrow)
            """,
            new { now = now.ToStore(), future = (now + Tolerance).ToStore(), tomorrow = now.AddDays(1).ToStore() },
            cancellationToken);
    }

    private Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, parameters, transaction), cancellationToken);
}
