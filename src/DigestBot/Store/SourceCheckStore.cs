using System.Data.Common;
using Dapper;
using DigestBot.News;

namespace DigestBot.Store;

/// <summary>The last checks of each source, as many as a day has hours.</summary>
internal sealed class SourceCheckStore(Database database)
{
    /// <summary>So many are kept of each source; an older one gives its place to the next.</summary>
    public const int Kept = 24;

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<SourceCheck>> ListAsync(Source source, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<SourceCheck>>(
        async connection =>
        [
            .. (await connection.QueryAsync<Row>(
                """
                SELECT checked_at AS CheckedAt, outcome AS Outcome, problem AS Problem, added AS Added, updated AS Updated, took AS Took
                FROM source_check WHERE source_id = @id ORDER BY checked_at DESC, place DESC
                """,
                new { id = source.Id })).Select(row => row.ToCheck()),
        ],
        cancellationToken);

    /// <summary>In the transaction that stores what was found; the source's own count of checks was raised before.</summary>
    public static Task<int> AddAsync(DbConnection connection, DbTransaction transaction, PollResult poll, WriteCounts counts) =>
        connection.ExecuteAsync(
            """
            INSERT INTO source_check (source_id, place, checked_at, outcome, problem, added, updated, took)
            SELECT s.id, s.checks % @kept, @at, @outcome, @problem, @added, @updated, @took FROM source s WHERE s.id = @id
            ON CONFLICT (source_id, place) DO UPDATE SET checked_at = excluded.checked_at, outcome = excluded.outcome,
              problem = excluded.problem, added = excluded.added, updated = excluded.updated, took = excluded.took
            """,
            new
            {
                id = poll.SourceId,
                kept = (long)Kept,
                at = poll.CheckedAt.ToStore(),
                outcome = (poll.Error is not null ? CheckOutcome.Failed : poll.IsUnchanged ? CheckOutcome.Unchanged : CheckOutcome.Read).ToString(),
                problem = poll.Error,
                added = (long)counts.New,
                updated = (long)counts.Updated,
                took = (long)poll.Took.TotalMilliseconds,
            },
            transaction);

    private sealed record Row
    {
        public long CheckedAt { get; init; }

        public string Outcome { get; init; } = "";

        public string? Problem { get; init; }

        public long Added { get; init; }

        public long Updated { get; init; }

        public long Took { get; init; }

        public SourceCheck ToCheck() => new(
            Instant.FromStore(CheckedAt), Enum.Parse<CheckOutcome>(Outcome), Problem, (int)Added, (int)Updated, TimeSpan.FromMilliseconds(Took));
    }
}
