using Dapper;

namespace DigestBot.Store.Ledger;

/// <summary>The ledger: one row for each slot of each schedule, for ever.</summary>
internal sealed class OccurrenceStore(Database database, TimeProvider clock)
{
    /// <summary>A slot that was begun so often without coming to an end is taken by itself.</summary>
    public const int BegunInCompany = 5;

    private const string Select = $"SELECT {OccurrenceRow.Columns} FROM occurrence o";

    private readonly Dialect _dialect = database.Dialect;

    /// <summary>Enters slots; one that is there already stays as it is.</summary>
    /// <returns>How many were new.</returns>
    public Task<int> OpenAsync(StoreTransaction transaction, IReadOnlyList<NewOccurrence> slots)
    {
        long now = clock.GetUtcNow().ToStore();
        const string columns = "schedule bigint, slot text, due bigint, state text, skipped text, late bigint, take_at bigint, finished bigint";
        return transaction.ExecuteRowsAsync(
            $"""
            INSERT INTO occurrence (schedule_id, slot, due, state, skipped, late, take_at, finished_at, token, attempts, parts, delivered)
            SELECT given.schedule, given.slot, given.due, given.state, given.skipped, given.late, given.take_at, given.finished, 0, 0, 0, 0
            FROM {_dialect.Rows("@rows", columns)} WHERE true
            ON CONFLICT (schedule_id, slot) DO NOTHING
            """,
            slots.Select(slot => new
            {
                schedule = slot.ScheduleId,
                slot = slot.Slot,
                due = slot.Due.ToStore(),
                state = (slot.Skipped is null ? OccurrenceState.Due : OccurrenceState.Skipped).ToString(),
                skipped = slot.Skipped?.ToString(),
                late = slot.Late ? 1 : 0,
                take_at = slot.Skipped is null ? slot.Due.ToStore() : (long?)null,
                finished = slot.Skipped is null ? (long?)null : now,
            }));
    }

    /// <summary>Takes slots that are due, the oldest first; others get different ones until the lease ends.</summary>
    /// <remarks>
    /// Whoever dies counts against all slots that he held. So those that were begun over and over come last and each alone: the one
    /// that kills its worker takes no other down with it, and the others come to their end.
    /// </remarks>
    public async Task<IReadOnlyList<TakenOccurrence>> TakeAsync(
        int limit, DateTimeOffset until, string worker, CancellationToken cancellationToken)
    {
        IReadOnlyList<TakenOccurrence> taken = await TakeDueAsync("attempts < @begun", limit, until, worker, cancellationToken);
        return taken.Count > 0 ? taken : await TakeDueAsync("attempts >= @begun", 1, until, worker, cancellationToken);
    }

    /// <summary>Takes one slot by its id, if it is due and nobody else holds it.</summary>
    public async Task<TakenOccurrence?> TakeAsync(long id, DateTimeOffset until, string worker, CancellationToken cancellationToken)
    {
        IReadOnlyList<TakenOccurrence> taken = await TakeAsync(
            $"SELECT id FROM occurrence WHERE id = @id AND take_at <= @now {_dialect.SkipTaken}",
            new { id, now = clock.GetUtcNow().ToStore() },
            until,
            worker,
            cancellationToken);
        return taken.Count > 0 ? taken[0] : null;
    }

    /// <summary>Writes what became of a taken slot.</summary>
    /// <returns>
    /// False when somebody else took it since, or when it was composed and its schedule is gone; the transaction has to be
    /// undone then.
    /// </returns>
    public async Task<bool> EndAsync(StoreTransaction transaction, TakenOccurrence taken, OccurrenceEnd end)
    {
        // Whoever removes the schedule lets its posts die: either he sees these, or they are not written.
        if (end is OccurrenceEnd.Queued && !await IsThereAsync(transaction, taken.Schedule.Id))
        {
            return false;
        }

        string change = end switch
        {
            OccurrenceEnd.Queued => "state = 'Queued', take_at = NULL, composed_at = @now, digest_id = @digest, parts = @parts, problem = NULL",
            OccurrenceEnd.Skipped => "state = 'Skipped', take_at = NULL, finished_at = @now, skipped = @reason",
            OccurrenceEnd.Failed => "state = 'Failed', take_at = NULL, finished_at = @now, problem = @problem",
            _ => "take_at = @at, claimed_by = NULL, problem = @problem",
        };
        return await transaction.ExecuteAsync(
            $"UPDATE occurrence SET {change} WHERE id = @id AND token = @token AND state = 'Due'",
            new
            {
                id = taken.Id,
                token = taken.Token,
                now = clock.GetUtcNow().ToStore(),
                digest = (end as OccurrenceEnd.Queued)?.DigestId,
                parts = (long?)(end as OccurrenceEnd.Queued)?.Parts,
                reason = (end as OccurrenceEnd.Skipped)?.Reason.ToString(),
                problem = (end as OccurrenceEnd.Failed)?.Problem ?? (end as OccurrenceEnd.Again)?.Problem,
                at = (end as OccurrenceEnd.Again)?.At.ToStore(),
            }) == 1;
    }

    /// <summary>Gives slots back that were taken and not composed: they are due again at once, and the attempt does not count.</summary>
    public Task ReleaseAsync(IReadOnlyList<TakenOccurrence> taken, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            transaction => transaction.ExecuteRowsAsync(
                $"""
                UPDATE occurrence SET take_at = due, claimed_by = NULL, attempts = attempts - 1
                FROM {_dialect.Rows("@rows", "id bigint, token bigint")}
                WHERE occurrence.id = given.id AND occurrence.token = given.token AND occurrence.state = 'Due'
                  AND occurrence.claimed_by IS NOT NULL
                """,
                taken.OrderBy(occurrence => occurrence.Id).Select(occurrence => new { id = occurrence.Id, token = occurrence.Token })),
            cancellationToken);

    /// <summary>The newest slots of a schedule, the newest first, before <paramref name="before"/>.</summary>
    public Task<IReadOnlyList<Occurrence>> HistoryAsync(
        long scheduleId, int limit, DateTimeOffset? before, CancellationToken cancellationToken) =>
        QueryAsync(
            "o.schedule_id = @scheduleId AND o.due < @before ORDER BY o.due DESC, o.id DESC LIMIT @limit",
            new { scheduleId, limit, before = before.ToStore() ?? long.MaxValue },
            cancellationToken);

    /// <summary>The newest slots of the space's schedules, or of all with null, removed ones among them and erased ones not; the newest first.</summary>
    public Task<IReadOnlyList<RecentOccurrence>> RecentAsync(Space? space, int limit, CancellationToken cancellationToken)
    {
        // Of one space so many of each of its schedules, because the newest of all may belong to others.
        string newest = space is null
            ? "o.id IN (SELECT n.id FROM occurrence n ORDER BY n.due DESC, n.id DESC LIMIT @limit)"
            : "s.space_id = @space AND o.id IN (SELECT n.id FROM occurrence n WHERE n.schedule_id = s.id ORDER BY n.due DESC, n.id DESC LIMIT @limit)";
        return database.ReadAsync<IReadOnlyList<RecentOccurrence>>(
            async connection =>
            [
                .. await connection.QueryAsync<OccurrenceRow, string, RecentOccurrence>(
                    $"""
                    SELECT {OccurrenceRow.Columns}, s.name AS Name FROM schedule s JOIN occurrence o ON o.schedule_id = s.id
                    WHERE s.name <> '' AND {newest} ORDER BY o.due DESC, o.id DESC LIMIT @limit
                    """,
                    (row, schedule) => new RecentOccurrence(schedule, row.ToOccurrence()),
                    new { space = space?.Id, limit },
                    splitOn: "Name"),
            ],
            cancellationToken);
    }

    public async Task<Occurrence?> FindAsync(long scheduleId, string slot, CancellationToken cancellationToken)
    {
        IReadOnlyList<Occurrence> found = await QueryAsync(
            "o.schedule_id = @scheduleId AND o.slot = @slot", new { scheduleId, slot }, cancellationToken);
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>Which of these slots are in the ledger.</summary>
    public async Task<IReadOnlyList<string>> KnownAsync(
        StoreTransaction transaction, long scheduleId, IReadOnlyCollection<string> slots) =>
        slots.Count == 0
            ? []
            : await transaction.QueryAsync<string>(
                $"""
                SELECT slot FROM occurrence WHERE schedule_id = @scheduleId
                  AND slot IN (SELECT given.slot FROM {_dialect.Rows("@rows", "slot text")})
                """,
                new { scheduleId, rows = StoreTransactionExtensions.Rows(slots.Select(slot => new { slot })) });

    private async Task<bool> IsThereAsync(StoreTransaction transaction, long scheduleId) =>
        await transaction.ScalarAsync<long?>(
            $"SELECT id FROM schedule WHERE id = @scheduleId AND removed_at IS NULL {_dialect.LockRows}", new { scheduleId }) is not null;

    private Task<IReadOnlyList<TakenOccurrence>> TakeDueAsync(
        string which, int limit, DateTimeOffset until, string worker, CancellationToken cancellationToken) =>
        TakeAsync(
            $"""
            {_dialect.InOrder}SELECT id FROM occurrence WHERE take_at <= @now AND {which}
            ORDER BY take_at, id LIMIT @limit {_dialect.SkipTaken}
            """,
            new { now = clock.GetUtcNow().ToStore(), limit, begun = BegunInCompany },
            until,
            worker,
            cancellationToken);

    private Task<IReadOnlyList<TakenOccurrence>> TakeAsync(
        string which, object parameters, DateTimeOffset until, string worker, CancellationToken cancellationToken) =>
        database.InTransactionAsync<IReadOnlyList<TakenOccurrence>>(
            async transaction =>
            {
                List<long> ids = await transaction.QueryAsync<long>(which, parameters);
                if (ids.Count == 0)
                {
                    return [];
                }

                object these = _dialect.Ids(ids);
                await transaction.ExecuteAsync(
                    $"""
                    UPDATE occurrence SET take_at = @until, claimed_by = @worker, token = token + 1, attempts = attempts + 1
                    WHERE {_dialect.In("id", "@these")}
                    """,
                    new { until = until.ToStore(), worker, these });
                return await TakenAsync(transaction, ids, these);
            },
            cancellationToken);

    private async Task<IReadOnlyList<TakenOccurrence>> TakenAsync(StoreTransaction transaction, List<long> ids, object these)
    {
        Dictionary<long, OccurrenceRow> rows = (await transaction.QueryAsync<OccurrenceRow>(
            $"{Select} WHERE {_dialect.In("o.id", "@these")}", new { these })).ToDictionary(row => row.Id);
        var schedules = (await ScheduleRow.QueryAsync(
            transaction.Connection,
            transaction.Transaction,
            (row, schedule) => (Schedule: schedule, Removed: row.RemovedAt is not null),
            _dialect.In("s.id", "@schedules"),
            new { schedules = _dialect.Ids([.. rows.Values.Select(row => row.ScheduleId).Distinct()]) })).ToDictionary(row => row.Schedule.Id);
        return
        [
            .. from id in ids
               let row = rows[id]
               let schedule = schedules[row.ScheduleId]
               select row.ToTaken(schedule.Schedule, schedule.Removed),
        ];
    }

    private Task<IReadOnlyList<Occurrence>> QueryAsync(string condition, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Occurrence>>(
            async connection =>
                [.. (await connection.QueryAsync<OccurrenceRow>($"{Select} WHERE {condition}", parameters)).Select(row => row.ToOccurrence())],
            cancellationToken);
}
