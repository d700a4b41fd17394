using Dapper;

namespace DigestBot.Store.Ledger;

/// <summary>Which schedules bring a topic or a story to one person, and from which space.</summary>
internal sealed class FollowStore(Database database, TimeProvider clock)
{
    private const string OfPerson = "s.removed_at IS NULL AND s.id IN (SELECT f.schedule_id FROM follow f WHERE f.person = @person)";

    private readonly Dialect _dialect = database.Dialect;

    /// <summary>What the person follows, wherever they asked for it, by topic.</summary>
    public Task<IReadOnlyList<Schedule>> ListAsync(string person, CancellationToken cancellationToken) => database.ReadAsync(
        connection => ScheduleRow.QueryAsync(connection, null, $"{OfPerson} ORDER BY s.name_key, s.id", new { person }), cancellationToken);

    /// <summary>
    /// Keeps others from adding to the space of a person until the transaction ends, then says what they follow: stories by the ids that
    /// they had then, and topics; neither for all news.
    /// </summary>
    public async Task<IReadOnlyList<(string? Topic, long? Story)>> SubjectsAsync(StoreTransaction transaction, Space home, string person)
    {
        await transaction.ScalarAsync<long?>($"SELECT id FROM space WHERE id = @home {_dialect.LockRows}", new { home = home.Id });
        return await transaction.QueryAsync<(string?, long?)>($"SELECT s.topic, s.story_id FROM schedule s WHERE {OfPerson}", new { person });
    }

    /// <summary>Notes whose a new schedule is, and where they asked for it.</summary>
    public Task AddAsync(StoreTransaction transaction, Schedule schedule, string person, Space from) => transaction.ExecuteAsync(
        "INSERT INTO follow (schedule_id, person, space_id, created_at) VALUES (@schedule, @person, @from, @now)",
        new { schedule = schedule.Id, person, from = from.Id, now = clock.GetUtcNow().ToStore() });

    /// <summary>Notes by what a story that was just followed is known again. Of articles that are gone nothing is noted.</summary>
    /// <param name="transaction">That of <see cref="AddAsync"/>.</param>
    /// <param name="schedule">The follow.</param>
    /// <param name="digestId">Where they were shown the story; null where it was no digest.</param>
    /// <param name="trace">Its articles.</param>
    public async Task AddStoryAsync(StoreTransaction transaction, Schedule schedule, string? digestId, StoryTrace trace)
    {
        await transaction.ExecuteAsync("UPDATE follow SET digest_id = @digestId WHERE schedule_id = @id", new { id = schedule.Id, digestId });
        await transaction.ExecuteRowsAsync(
            $"""
            INSERT INTO follow_article (schedule_id, article_id, told)
            SELECT given.schedule, a.id, given.told
            FROM {_dialect.Rows("@rows", "schedule bigint, article bigint, told bigint")} JOIN article a ON a.id = given.article
            """,
            trace.Told.Select(article => (Article: article, Told: 1)).Concat(trace.Others.Select(article => (Article: article, Told: 0)))
                .Select(row => new { schedule = schedule.Id, article = row.Article, told = row.Told }));
    }

    /// <summary>By what each of these schedules' stories is known again: what was noted, and what the schedule has shown of it since.</summary>
    /// <remarks>What it showed in place of a sentence that no longer stood may be of any story.</remarks>
    public async Task<IReadOnlyDictionary<long, StoryTrace>> TracesAsync(IReadOnlyCollection<long> schedules, CancellationToken cancellationToken) =>
        schedules.Count == 0 ? new Dictionary<long, StoryTrace>() : (await database.ReadAsync(
            connection => connection.QueryAsync<(long Schedule, long Article, long Told)>(
                $"""
                SELECT t.schedule_id, t.article_id, max(t.told) FROM (
                  SELECT a.schedule_id, a.article_id, a.told FROM follow_article a WHERE {_dialect.In("a.schedule_id", "@schedules")}
                  UNION ALL
                  SELECT o.schedule_id, w.article_id, 1 FROM occurrence o JOIN shown w ON w.occurrence_id = o.id
                  WHERE {_dialect.In("o.schedule_id", "@schedules")} AND w.article_id IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM shown c WHERE c.corrected_by = o.id AND c.channel_id = w.channel_id AND c.article_id = w.article_id)) t
                GROUP BY t.schedule_id, t.article_id
                """,
                new { schedules = _dialect.Ids(schedules) }),
            cancellationToken))
            .GroupBy(row => row.Schedule)
            .ToDictionary(
                rows => rows.Key,
                rows => new StoryTrace(rows.Where(row => row.Told > 0).Select(row => row.Article), rows.Select(row => row.Article)));

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
                SELECT f.schedule_id AS ScheduleId, f.person AS Person, d.language AS Language, f.digest_id AS DigestId,
                  sp.id AS Id, sp.key AS Key, sp.time_zone AS TimeZone, sp.language AS Language, sp.manager_role AS ManagerRole
                FROM follow f JOIN space sp ON sp.id = f.space_id LEFT JOIN direct_chat d ON d.person = f.person
                WHERE {_dialect.In("f.schedule_id", "@schedules")}
                """,
                (row, space) => (row.ScheduleId, new FollowedFrom(row.Person, space, row.Language, row.DigestId)),
                new { schedules = _dialect.Ids(schedules) }),
            cancellationToken)).ToDictionary(row => row.Id, row => row.From);

    private sealed record Row
    {
        public long ScheduleId { get; init; }

        public string Person { get; init; } = "";

        public string? Language { get; init; }

        public string? DigestId { get; init; }
    }
}
