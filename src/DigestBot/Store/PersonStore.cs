using Dapper;

namespace DigestBot.Store;

/// <summary>What people have set for themselves, each in one space.</summary>
internal sealed class PersonStore(Database database, TimeProvider clock)
{
    /// <returns>Null where nothing is known.</returns>
    public async Task<Person?> FindAsync(Space space, string person, CancellationToken cancellationToken)
    {
        Row? row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Row?>(
                """
                SELECT time_zone AS TimeZone, language AS Language, caught_up_at AS CaughtUpAt, caught_up_digest AS CaughtUpDigest
                FROM person WHERE space_id = @space AND person = @person
                """,
                new { space = space.Id, person }),
            cancellationToken);
        return row is null ? null : new(row.TimeZone, row.Language, Instant.FromStore(row.CaughtUpAt), row.CaughtUpDigest);
    }

    /// <param name="space">Where it holds.</param>
    /// <param name="person">Whose.</param>
    /// <param name="zone">Null takes it back.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task SetZoneAsync(Space space, string person, string? zone, CancellationToken cancellationToken) =>
        SetAsync(space, person, "time_zone = @zone", new() { Zone = zone }, cancellationToken);

    /// <inheritdoc cref="SetZoneAsync"/>
    public Task SetLanguageAsync(Space space, string person, string? language, CancellationToken cancellationToken) =>
        SetAsync(space, person, "language = @language", new() { Language = language }, cancellationToken);

    /// <summary>Remembers until when somebody has caught up.</summary>
    public Task CaughtUpAsync(Space space, string person, DateTimeOffset at, string? digest, CancellationToken cancellationToken) =>
        SetAsync(
            space, person, "caught_up_at = @at, caught_up_digest = @digest", new() { At = at.ToStore(), Digest = digest }, cancellationToken);

    private Task<int> SetAsync(Space space, string person, string change, Values values, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async transaction =>
            {
                long now = clock.GetUtcNow().ToStore();
                await transaction.ExecuteAsync(
                    "INSERT INTO person (space_id, person, changed_at) VALUES (@space, @person, @now) ON CONFLICT (space_id, person) DO NOTHING",
                    new { space = space.Id, person, now });
                return await transaction.ExecuteAsync(
                    $"UPDATE person SET {change}, changed_at = @now WHERE space_id = @space AND person = @person",
                    new
                    {
                        space = space.Id,
                        person,
                        now,
                        zone = values.Zone,
                        language = values.Language,
                        at = values.At,
                        digest = values.Digest,
                    });
            },
            cancellationToken);

    private sealed record Values
    {
        public string? Zone { get; init; }

        public string? Language { get; init; }

        public long? At { get; init; }

        public string? Digest { get; init; }
    }

    private sealed record Row
    {
        public string? TimeZone { get; init; }

        public string? Language { get; init; }

        public long? CaughtUpAt { get; init; }

        public string? CaughtUpDigest { get; init; }
    }
}
