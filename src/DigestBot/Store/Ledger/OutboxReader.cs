using System.Data.Common;
using Dapper;
using DigestBot.Chat;

namespace DigestBot.Store.Ledger;

/// <summary>How the outbox stands. Every question is bounded by what waits, or by what is not forgotten yet.</summary>
internal sealed class OutboxReader(DbConnection connection)
{
    private const int MostParked = 100;
    private const int MostDead = 10;

    private const string Ended = "p.finished_at IS NOT NULL AND p.body IS NOT NULL";

    public async Task<DateTimeOffset?> NextAsync(string platform)
    {
        long? next = await connection.ExecuteScalarAsync<long?>(
            $"SELECT p.take_at FROM post p WHERE p.platform = @platform AND p.take_at IS NOT NULL AND {PostTaking.IsFirst} ORDER BY p.take_at LIMIT 1",
            new { platform });
        if (next is null)
        {
            return null;
        }

        PlatformPace.Row pace = await connection.QuerySingleOrDefaultAsync<PlatformPace.Row?>(PlatformPace.Select, new { platform })
            ?? new PlatformPace.Row();
        long free = new DateTimeOffset(pace.NextFree, TimeSpan.Zero).ToStore();
        return Instant.FromStore(Math.Max(next.Value, Math.Max(free, pace.PausedUntil ?? 0)));
    }

    public async Task<IReadOnlyList<Post>> OfOccurrenceAsync(long occurrence) =>
    [
        .. (await connection.QueryAsync<PostRow>(
            $"SELECT {PostRow.Columns} FROM post p WHERE p.occurrence_id = @occurrence ORDER BY p.part", new { occurrence })).Select(row => row.ToPost()),
    ];

    public Task<string?> BodyAsync(Space space, ChannelRef address, string messageId) => connection.ExecuteScalarAsync<string?>(
        $"""
        SELECT b.text FROM post p JOIN channel c ON c.id = p.channel_id JOIN body b ON b.hash = p.body
        WHERE c.space_id = @space AND c.address = @address AND p.state = 'Delivered' AND {Ended} AND p.message_id = @messageId LIMIT 1
        """,
        new { space = space.Id, address = address.ToString(), messageId });

    public async Task<OutboxState> StateAsync(Space? space)
    {
        // Without a space the channels are not asked at all, so that each question is one index.
        string ofSpace = space is null ? "" : "AND p.channel_id IN (SELECT c.id FROM channel c WHERE c.space_id = @space)";
        var parameters = new { space = space?.Id };
        OpenRow open = await connection.QuerySingleAsync<OpenRow>(
            $"""
            SELECT count(*) AS Waiting, count(CASE WHEN p.attempts > 0 THEN 1 END) AS Retrying, min(p.queued_at) AS Oldest
            FROM post p WHERE p.finished_at IS NULL {ofSpace}
            """,
            parameters);
        Dictionary<string, long> ended = (await connection.QueryAsync<(string State, long Count)>(
            $"SELECT p.state, count(*) FROM post p WHERE {Ended} {ofSpace} GROUP BY p.state", parameters)).ToDictionary(row => row.State, row => row.Count);
        long unsure = await connection.ExecuteScalarAsync<long?>(
            $"SELECT CAST(sum(p.unsure) AS bigint) FROM post p WHERE p.unsure > 0 AND p.body IS NOT NULL {ofSpace}", parameters) ?? 0;
        return new OutboxState(
            open.Waiting,
            open.Retrying,
            Instant.FromStore(open.Oldest),
            ended.GetValueOrDefault(nameof(PostState.Dead)),
            ended.GetValueOrDefault(nameof(PostState.Unconfirmed)),
            unsure,
            ended.GetValueOrDefault(nameof(PostState.Delivered)),
            await ParkedAsync(space),
            await DeadAsync(ofSpace, parameters));
    }

    private async Task<IReadOnlyList<Channel>> ParkedAsync(Space? space) =>
    [
        .. (await connection.QueryAsync<ChannelRow>(
            $"""
            SELECT {ChannelRow.Columns} FROM channel c WHERE c.parked_at IS NOT NULL {(space is null ? "" : "AND c.space_id = @space")}
            ORDER BY c.parked_at DESC LIMIT {MostParked}
            """,
            new { space = space?.Id })).Select(row => row.ToChannel()),
    ];

    private async Task<IReadOnlyList<DeadLetter>> DeadAsync(string ofSpace, object parameters) =>
    [
        .. (await connection.QueryAsync<DeadRow>(
            $"""
            SELECT p.key AS Key, s.name AS Schedule, c.address AS Address, p.finished_at AS FinishedAt, p.trail AS Trail
            FROM post p JOIN channel c ON c.id = p.channel_id
            LEFT JOIN occurrence o ON o.id = p.occurrence_id LEFT JOIN schedule s ON s.id = o.schedule_id
            WHERE p.state = 'Dead' AND {Ended} {ofSpace} ORDER BY p.finished_at DESC LIMIT {MostDead}
            """,
            parameters)).Select(row => row.ToLetter()),
    ];

    // Properties, not a constructor: where SQLite finds no row it does not tell the type of an aggregate.
    private sealed record OpenRow
    {
        public long Waiting { get; init; }

        public long Retrying { get; init; }

        public long? Oldest { get; init; }
    }

    private sealed record DeadRow
    {
        public string Key { get; init; } = "";

        public string? Schedule { get; init; }

        public string Address { get; init; } = "";

        public long FinishedAt { get; init; }

        public string Trail { get; init; } = PostTrail.Empty;

        public DeadLetter ToLetter() => new(
            Key,
            Schedule,
            ChannelRow.AddressOf(Address),
            Instant.FromStore(FinishedAt),
            PostTrail.Read(Trail).LastOrDefault()?.Note ?? "");
    }
}
