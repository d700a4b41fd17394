using Dapper;

namespace DigestBot.Store.Ledger;

/// <summary>Which schedules bring a topic to one person, and from which space.</summary>
internal sealed class FollowStore(Database database, TimeProvider clock)
{
    private const string OfPerson = "s.removed_at IS NULL AND s.id IN (SELECT f.schedule_id FROM follow f WHERE f.person = @person)";

    private readonly Dialect _dialect = database.Dialect;

    /// <summary>What the person follows, wherever they asked for it, by topic.</summary>
    public Task<IReadOnlyList<Schedule>> ListAsync(string person, CancellationToken cancellationToken) => database.ReadAsync(
        connection => ScheduleRow.QueryAsync(connection, null, $"{OfPerson} ORDER BY s.name_key, s.id", new { person }), cancellationToken);

    /// <summary>Keeps others from adding to the space of a person until the transaction ends, then says what they follow; null for all news.</summary>
    public async Task<IReadOnlyList<string?>> TopicsAsync(StoreTransaction transaction, Space home, string person)
    {
        await transaction.ScalarAsync<long?>($"SELECT id FROM space WHERE id = @home {_dialect.LockRows}", new { home = home.Id });
        return await transaction.QueryAsync<string?>($"SELECT s.topic FROM schedule s WHERE {OfPerson}", new { person });
    }

    /// <summary>Notes whose a new schedule is, and where they asked for it.</summary>
    public Task AddAsync(StoreTransaction transaction, Schedule schedule, string person, Space from) => transaction.ExecuteAsync(
        "INSERT INTO follow (schedule_id, person, space_id, created_at) VALUES (@schedule, @person, @from, @now)",
        new { schedule = schedule.Id, person, from = from.Id, now = clock.GetUtcNow().ToStore() });

    /// <summary>The person has asked for it again, in this space.</summary>
    public Task MoveAsync(Schedule schedule, Space from, CancellationToken cancellationToken) => database.InTransactionAsync(
        transaction => transaction.ExecuteAsync(
            "UPDATE follow SET space_id = @from WHERE schedule_id = @schedule", new { schedule = schedule.Id, from = from.Id }),
        cancellationToken);

    /// <summary>Of these schedules, those that are somebody's own.</summary>
    public async Task<IReadOnlyDictionary<long, FollowedFrom>> OfSchedulesAsync(
        IReadOnlyCollection<long> schedules, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            connection => connection.QueryAsync<Row, Space, (long Id, FollowedFrom From)>(
                $"""
                SELECT f.schedule_id AS ScheduleId, f.person AS Person, d.language AS Language,
                  sp.id AS Id, sp.key AS Key, sp.time_zone AS TimeZone, sp.language AS Language, sp.manager_role AS ManagerRole
                FROM follow f JOIN space sp ON sp.id = f.space_id LEFT JOIN direct_chat d ON d.person = f.person
                WHERE {_dialect.In("f.schedule_id", "@schedules")}
                """,
                (row, space) => (row.ScheduleId, new FollowedFrom(row.Person, space, row.Language)),
                new { schedules = _dialect.Ids(schedules) }),
            cancellationToken)).ToDictionary(row => row.Id, row => row.From);

    private sealed record Row
    {
        public long ScheduleId { get; init; }

        public string Person { get; init; } = "";

        public string? Language { get; init; }
    }
}
