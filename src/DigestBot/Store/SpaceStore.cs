using System.Globalization;
using Dapper;

namespace DigestBot.Store;

/// <summary>The spaces, and what each of them follows.</summary>
internal sealed class SpaceStore(Database database, TimeProvider clock)
{
    private const string Select = "SELECT id, key, time_zone AS TimeZone, language, manager_role AS ManagerRole FROM space";

    /// <summary>The space with this key; a new one starts with nothing of its own and so sees the shared sources.</summary>
    public async Task<Space> GetOrAddAsync(string key, CancellationToken cancellationToken) =>
        await FindAsync(key, cancellationToken) ?? await AddAsync(key, cancellationToken);

    /// <summary>Null when there is none with this id.</summary>
    public Task<Space?> FindAsync(long id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Space?>($"{Select} WHERE id = @id", new { id }), cancellationToken);

    /// <returns>The space as it is then.</returns>
    public Task<Space> SetZoneAsync(Space space, string zone, CancellationToken cancellationToken) =>
        SetAsync(space with { TimeZone = zone }, cancellationToken);

    /// <inheritdoc cref="SetZoneAsync"/>
    public Task<Space> SetLanguageAsync(Space space, string? language, CancellationToken cancellationToken) =>
        SetAsync(space with { Language = language }, cancellationToken);

    /// <inheritdoc cref="SetZoneAsync"/>
    public Task<Space> SetManagerRoleAsync(Space space, string? role, CancellationToken cancellationToken) =>
        SetAsync(space with { ManagerRole = role }, cancellationToken);

    /// <summary>A key for each of these spaces: spaces with equal keys see the same sources, and may quote as much of them.</summary>
    public async Task<IReadOnlyDictionary<long, string>> OutlooksAsync(
        IReadOnlyCollection<long> spaces, CancellationToken cancellationToken)
    {
        IEnumerable<(long Space, long Source, long Kind, long Words)> own = await database.ReadAsync(
            connection => connection.QueryAsync<(long, long, long, long)>(
                $"""
                SELECT follows.space_id, s.id, 0, 0 FROM space_source follows JOIN source s ON s.id = follows.source_id
                WHERE s.shared = 0 AND {database.Dialect.In("follows.space_id", "@spaces")}
                UNION ALL SELECT h.space_id, s.id, 1, 0 FROM space_hidden h JOIN source s ON s.id = h.source_id
                WHERE s.shared = 1 AND {database.Dialect.In("h.space_id", "@spaces")}
                  AND NOT EXISTS (SELECT 1 FROM space_source f WHERE f.space_id = h.space_id AND f.source_id = h.source_id)
                UNION ALL SELECT t.space_id, t.source_id, 2, t.quote_words FROM source_setting t
                WHERE t.quote_words IS NOT NULL AND {database.Dialect.In("t.space_id", "@spaces")}
                ORDER BY 3, 2
                """,
                new { spaces = database.Dialect.Ids(spaces) }),
            cancellationToken);

        // Shared sources are seen by all; what is told apart is what a space follows beyond them, has switched off, and quotes less of.
        ILookup<long, string> sources = own.ToLookup(
            row => row.Space,
            row => string.Create(CultureInfo.InvariantCulture, $"{(row.Kind == 1 ? "-" : "")}{row.Source}{(row.Kind == 2 ? $":{row.Words}" : "")}"));
        return spaces.Distinct().ToDictionary(space => space, space => string.Join(',', sources[space]));
    }

    private Task<Space> SetAsync(Space space, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "UPDATE space SET time_zone = @zone, language = @language, manager_role = @role WHERE id = @id",
                    new { id = space.Id, zone = space.TimeZone, language = space.Language, role = space.ManagerRole },
                    transaction);
                return await connection.QuerySingleAsync<Space>($"{Select} WHERE id = @id", new { id = space.Id }, transaction);
            },
            cancellationToken);

    private Task<Space?> FindAsync(string key, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Space>($"{Select} WHERE key = @key", new { key }), cancellationToken);

    private Task<Space> AddAsync(string key, CancellationToken cancellationToken) =>
        database.WriteAsync<Space>(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "INSERT INTO space (key, time_zone, created_at) VALUES (@key, 'Etc/UTC', @now) ON CONFLICT (key) DO NOTHING",
                    new { key, now = clock.GetUtcNow().ToStore() },
                    transaction);
                return await connection.QuerySingleAsync<Space>($"{Select} WHERE key = @key", new { key }, transaction);
            },
            cancellationToken);
}
