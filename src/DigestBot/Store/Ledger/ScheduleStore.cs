using System.Globalization;
using Dapper;

namespace DigestBot.Store.Ledger;

/// <summary>The schedules. Changes are part of a transaction that also moves the scheduler's trigger.</summary>
internal sealed class ScheduleStore(Database database, TimeProvider clock)
{
    private const string SelectAlarm = "SELECT id AS Id, CASE WHEN removed_at IS NULL THEN next_due END AS NextDue, revision AS Revision FROM schedule";

    private readonly Dialect _dialect = database.Dialect;

    /// <summary>Schedules of the space, by name.</summary>
    public Task<IReadOnlyList<Schedule>> ListAsync(Space space, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => ScheduleRow.QueryAsync(
                connection, null, "s.space_id = @space AND s.removed_at IS NULL ORDER BY s.name_key, s.id", new { space = space.Id }),
            cancellationToken);

    /// <summary>By id or by name, whatever its case; null when the space has none such.</summary>
    public async Task<Schedule?> FindAsync(Space space, string idOrName, CancellationToken cancellationToken)
    {
        long id = long.TryParse(idOrName, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : -1;
        IReadOnlyList<Schedule> found = await database.ReadAsync(
            connection => ScheduleRow.QueryAsync(
                connection,
                null,
                """
                s.space_id = @space AND s.removed_at IS NULL AND (s.id = @id OR s.name_key = @name)
                ORDER BY CASE WHEN s.id = @id THEN 0 ELSE 1 END
                """,
                new { space = space.Id, id, name = KeyOf(idOrName) }),
            cancellationToken);
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>Schedules of the space, or of all with null, that have a next slot; the soonest first.</summary>
    public Task<IReadOnlyList<Schedule>> UpcomingAsync(Space? space, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => ScheduleRow.QueryAsync(
                connection,
                null,
                $"s.next_due IS NOT NULL {(space is null ? "" : "AND s.space_id = @space AND s.removed_at IS NULL")} ORDER BY s.next_due, s.id LIMIT @limit",
                new { space = space?.Id, limit }),
            cancellationToken);

    /// <summary>How many schedules the space has, or all with null.</summary>
    public async Task<ScheduleTotals> TotalAsync(Space? space, CancellationToken cancellationToken)
    {
        (long schedules, long paused) = await database.ReadAsync(
            connection => connection.QuerySingleAsync<(long, long)>(
                $"""
                SELECT count(*), count(CASE WHEN paused = 1 THEN 1 END) FROM schedule
                WHERE removed_at IS NULL {(space is null ? "" : "AND space_id = @space")}
                """,
                new { space = space?.Id }),
            cancellationToken);
        return new ScheduleTotals((int)schedules, (int)paused);
    }

    /// <summary>Schedules of all spaces, removed ones left out, in order of id, after <paramref name="afterId"/>.</summary>
    public Task<IReadOnlyList<ScheduleAlarm>> AlarmsAsync(long afterId, int limit, CancellationToken cancellationToken) =>
        AlarmsAsync("id > @afterId AND removed_at IS NULL ORDER BY id LIMIT @limit", new { afterId, limit }, cancellationToken);

    /// <summary>Grows with every change to any schedule: who sees the same number has seen all changes.</summary>
    public Task<long> RevisionAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(ScheduleRevision.ReadAsync, cancellationToken);

    /// <summary>Ids and alarms of what changed after <paramref name="revision"/>, removed ones among them.</summary>
    public Task<IReadOnlyList<ScheduleAlarm>> ChangedAsync(long revision, CancellationToken cancellationToken) =>
        AlarmsAsync("revision > @revision ORDER BY revision", new { revision }, cancellationToken);

    /// <summary>Schedules whose next slot is due, locked until the transaction ends; others get different ones.</summary>
    public async Task<IReadOnlyList<Schedule>> TakeDueAsync(StoreTransaction transaction, DateTimeOffset now, int limit)
    {
        List<long> ids = await transaction.QueryAsync<long>(
            $"SELECT id FROM schedule WHERE next_due <= @now ORDER BY next_due, id LIMIT @limit {_dialect.SkipTaken}",
            new { now = now.ToStore(), limit });
        return ids.Count == 0 ? [] : await ReadAsync(transaction, $"{_dialect.In("s.id", "@ids")} ORDER BY s.next_due, s.id", new { ids = _dialect.Ids(ids) });
    }

    /// <summary>One schedule, locked until the transaction ends; null when it is gone.</summary>
    public async Task<Schedule?> LockAsync(StoreTransaction transaction, long id)
    {
        await transaction.ScalarAsync<long?>($"SELECT id FROM schedule WHERE id = @id {_dialect.LockRows}", new { id });
        IReadOnlyList<Schedule> found = await ReadAsync(transaction, "s.id = @id AND s.removed_at IS NULL", new { id });
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>
    /// Keeps others from adding to the space, then says how many schedules and which topics (null left out) it has, one of
    /// them left out when it is about to change. What a person follows has a limit of its own.
    /// </summary>
    public async Task<ScheduleCounts> CountAsync(StoreTransaction transaction, Space space, long except = 0)
    {
        await LockSpaceAsync(transaction, space.Id);
        List<string?> topics = await transaction.QueryAsync<string?>(
            """
            SELECT topic FROM schedule WHERE space_id = @space AND id <> @except AND removed_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM follow f WHERE f.schedule_id = schedule.id) ORDER BY topic
            """,
            new { space = space.Id, except });
        return new ScheduleCounts(topics.Count, [.. topics.OfType<string>().Distinct(StringComparer.Ordinal)]);
    }

    /// <returns>The stored schedule, or null when the space has one of this name.</returns>
    public async Task<Schedule?> AddAsync(StoreTransaction transaction, NewSchedule schedule)
    {
        await LockSpaceAsync(transaction, schedule.Space.Id);
        long revision = await ScheduleRevision.NextAsync(transaction);
        long? id = await transaction.ScalarAsync<long?>(
            ScheduleWriter.Insert,
            ScheduleWriter.Parameters(schedule, KeyOf(schedule.Settings.Name), clock.GetUtcNow(), revision));
        return id is null ? null : (await ReadAsync(transaction, "s.id = @id", new { id }))[0];
    }

    /// <summary>Writes settings, channel, pause, skip and marks.</summary>
    /// <returns>False when the space has another schedule of this name.</returns>
    public async Task<bool> UpdateAsync(StoreTransaction transaction, Schedule schedule)
    {
        string name = KeyOf(schedule.Settings.Name);
        await LockSpaceAsync(transaction, schedule.Space.Id);
        long others = await transaction.ScalarAsync<long>(
            "SELECT count(*) FROM schedule WHERE space_id = @space AND name_key = @name AND id <> @id AND removed_at IS NULL",
            new { space = schedule.Space.Id, name, id = schedule.Id });
        if (others > 0)
        {
            return false;
        }

        long revision = await ScheduleRevision.NextAsync(transaction);
        await transaction.ExecuteAsync(ScheduleWriter.Update, ScheduleWriter.Parameters(schedule, name, revision));
        return true;
    }

    /// <summary>Writes the marks of schedules whose slots were opened: OpenedUntil, NextDue, SkipNext. Not a change of the revision.</summary>
    public Task OpenedAsync(StoreTransaction transaction, IReadOnlyList<Schedule> schedules) => transaction.ExecuteRowsAsync(
        $"""
        UPDATE schedule SET opened_until = given.opened, next_due = given.next, skip_next = given.skip
        FROM {_dialect.Rows("@rows", "id bigint, opened bigint, next bigint, skip bigint")}
        WHERE schedule.id = given.id AND schedule.removed_at IS NULL
        """,
        schedules.OrderBy(schedule => schedule.Id).Select(schedule => new
        {
            id = schedule.Id,
            opened = schedule.OpenedUntil.ToStore(),
            next = schedule.NextDue.ToStore(),
            skip = schedule.SkipNext ? 1 : 0,
        }));

    /// <summary>Moves <see cref="Schedule.CoveredUntil"/> forward, never back.</summary>
    public Task CoveredAsync(StoreTransaction transaction, IReadOnlyList<(long ScheduleId, DateTimeOffset Until)> covered) =>
        transaction.ExecuteRowsAsync(
            $"""
            UPDATE schedule SET covered_until = given.until FROM {_dialect.Rows("@rows", "id bigint, until bigint")}
            WHERE schedule.id = given.id AND (schedule.covered_until IS NULL OR schedule.covered_until < given.until)
            """,
            covered.GroupBy(row => row.ScheduleId).OrderBy(rows => rows.Key)
                .Select(rows => new { id = rows.Key, until = rows.Max(row => row.Until).ToStore() }));

    /// <summary>Hides the schedule; its ledger stays. Posts of it that were not begun die.</summary>
    public async Task RemoveAsync(StoreTransaction transaction, long id)
    {
        await transaction.ScalarAsync<long?>($"SELECT id FROM schedule WHERE id = @id {_dialect.LockRows}", new { id });
        long revision = await ScheduleRevision.NextAsync(transaction);
        long now = clock.GetUtcNow().ToStore();
        int removed = await transaction.ExecuteAsync(
            "UPDATE schedule SET removed_at = @now, next_due = NULL, revision = @revision WHERE id = @id AND removed_at IS NULL",
            new { id, now, revision });
        if (removed > 0)
        {
            await new PostRemoval(_dialect, transaction, clock.GetUtcNow()).RunAsync(id);
        }
    }

    // Folded by the rules of no country, the same in both databases.
    private static string KeyOf(string name) => name.Trim().Normalize().ToUpperInvariant().ToLowerInvariant();

    // Names are looked at and written under this lock, so that no two schedules get the same.
    private Task<long?> LockSpaceAsync(StoreTransaction transaction, long spaceId) =>
        transaction.ScalarAsync<long?>($"SELECT id FROM space WHERE id = @spaceId {_dialect.LockRows}", new { spaceId });

    private static Task<IReadOnlyList<Schedule>> ReadAsync(StoreTransaction transaction, string condition, object parameters) =>
        ScheduleRow.QueryAsync(transaction.Connection, transaction.Transaction, condition, parameters);

    private Task<IReadOnlyList<ScheduleAlarm>> AlarmsAsync(string condition, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ScheduleAlarm>>(
            async connection =>
            [
                .. (await connection.QueryAsync<AlarmRow>($"{SelectAlarm} WHERE {condition}", parameters))
                    .Select(row => new ScheduleAlarm(row.Id, Instant.FromStore(row.NextDue), row.Revision)),
            ],
            cancellationToken);

    private sealed record AlarmRow
    {
        public long Id { get; init; }

        public long? NextDue { get; init; }

        public long Revision { get; init; }
    }
}
