using System.Data.Common;
using Dapper;
using DigestBot.Chat;
using DigestBot.News;
using Microsoft.Extensions.Options;

namespace DigestBot.Store;

/// <summary>The sources, who follows them, and the state of their polling.</summary>
internal sealed class SourceStore(Database database, TimeProvider clock, IOptions<LimitOptions> limits)
{
    private const string Select = $"SELECT {SourceRow.Columns}, {SourceRow.OfSpace} FROM source s";

    private const string CountOwn = """
        SELECT count(*) FROM space_source follows JOIN source s ON s.id = follows.source_id
        WHERE follows.space_id = @space AND s.key <> @key
        """;

    /// <summary>How many sources of its own a space may have; the terminal's may have any number.</summary>
    public int Limit => limits.Value.SourcesPerSpace;

    /// <summary>Sources that the space may see, those among them that it has switched off, by name.</summary>
    public Task<IReadOnlyList<Source>> ListAsync(Space space, CancellationToken cancellationToken) =>
        QueryAsync($"{Select} WHERE {Visibility.Listed("s")} ORDER BY s.name, s.id", new { space = space.Id }, cancellationToken);

    /// <summary>Visible sources that are not imports and failed when last asked.</summary>
    public Task<IReadOnlyList<Source>> FailingAsync(Space space, CancellationToken cancellationToken) =>
        QueryAsync(
            $"{Select} WHERE s.failures > 0 AND {Visibility.Of("s")} ORDER BY s.name, s.id", new { space = space.Id }, cancellationToken);

    public Task<long> CountAsync(Space space, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>(
                $"SELECT count(*) FROM source s WHERE {Visibility.Of("s")}", new { space = space.Id }),
            cancellationToken);

    /// <summary>Ids of visible sources that are not shared.</summary>
    public async Task<IReadOnlyList<long>> OwnAsync(Space space, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async connection => (await connection.QueryAsync<long>(
                """
                SELECT s.id FROM space_source follows JOIN source s ON s.id = follows.source_id
                WHERE follows.space_id = @space AND s.shared = 0 ORDER BY s.id
                """,
                new { space = space.Id })).AsList(),
            cancellationToken);

    /// <summary>The names of those of the sources that the space may see.</summary>
    public async Task<IReadOnlyDictionary<long, string>> NamesAsync(
        Space space, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async connection => (await connection.QueryAsync<(long Id, string Name)>(
                $"SELECT s.id, s.name FROM source s WHERE {database.Dialect.In("s.id", "@ids")} AND {Visibility.Of("s")}",
                new { ids = database.Dialect.Ids(ids), space = space.Id })).ToDictionary(source => source.Id, source => source.Name),
            cancellationToken);

    /// <summary>Finds one by id, name or location among those that the space may see.</summary>
    public async Task<Source?> FindAsync(Space space, string which, CancellationToken cancellationToken)
    {
        long id = ArticleId.TryParse(which, out long number) ? number : -1;
        IReadOnlyList<Source> found = await QueryAsync(
            $"{Select} WHERE (s.id = @id OR s.name = @which OR s.location = @which OR s.moved_from = @which) AND {Visibility.Listed("s")} ORDER BY s.id",
            new { id, which, space = space.Id },
            cancellationToken);
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>The source with this key, made visible to the space; the operator's become shared.</summary>
    /// <exception cref="StoreException">The space has as many of its own as it may have.</exception>
    public Task<Source> AddAsync(Space space, NewSource source, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                string key = await KeyOfMovedAsync(connection, transaction, source.Location) ?? source.Key;
                await CheckRoomAsync(connection, transaction, space, key);
                await InsertAsync(connection, transaction, space, source with { Key = key });
                var row = await connection.QuerySingleAsync<SourceRow>($"{Select} WHERE s.key = @key", new { key, space = space.Id }, transaction);
                bool isNewHere = await ShowAsync(connection, transaction, space, row, source.AddedIn) && row.Shared == 0;
                if (isNewHere)
                {
                    // Whoever adds a source wants it read, and could not resume what another space has paused.
                    await connection.ExecuteAsync("UPDATE source SET paused = 0 WHERE id = @id", new { id = row.Id }, transaction);
                }

                await FileAsync(connection, transaction, space, row.Id, source.Folder);
                Source added = row.ToSource();
                added = added with { Folder = source.Folder ?? added.Folder };
                return added with { Shared = space.IsOperator || added.Shared, Paused = added.Paused && !isNewHere };
            },
            cancellationToken);

    /// <summary>Keeps a source in a folder: the operator's for everybody, a space's for itself. What a space does not follow itself stays where it is.</summary>
    public Task FileAsync(Space space, Source source, string folder, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) => await FileAsync(connection, transaction, space, source.Id, folder), cancellationToken);

    public Task<bool> IsFollowedAsync(Space space, Source source, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => await connection.ExecuteScalarAsync<long>(
                "SELECT count(*) FROM space_source WHERE space_id = @space AND source_id = @source",
                new { space = space.Id, source = source.Id }) > 0,
            cancellationToken);

    /// <summary>True where nobody else is affected by a change: the operator's shared source, or one that only this space follows.</summary>
    public async Task<bool> IsSoleFollowerAsync(Space space, Source source, CancellationToken cancellationToken)
    {
        if (space.IsOperator || source.Shared)
        {
            return space.IsOperator && source.Shared;
        }

        IEnumerable<long> followers = await database.ReadAsync(
            connection => connection.QueryAsync<long>(
                "SELECT space_id FROM space_source WHERE source_id = @source LIMIT 2", new { source = source.Id }),
            cancellationToken);
        return followers.ToArray() is [var only] && only == space.Id;
    }

    /// <summary>Whether the space may follow the source with this key; what it follows already takes no room.</summary>
    public async Task<bool> HasRoomAsync(Space space, string key, CancellationToken cancellationToken) =>
        space.IsOperator || await database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>(CountOwn, new { space = space.Id, key }), cancellationToken) < Limit;

    /// <summary>How many more sources the space may follow.</summary>
    public async Task<int> RoomAsync(Space space, CancellationToken cancellationToken) => space.IsOperator
        ? int.MaxValue
        : (int)Math.Max(0, Limit - await database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>(CountOwn, new { space = space.Id, key = "" }), cancellationToken));

    public Task PauseAsync(Source source, CancellationToken cancellationToken) =>
        ExecuteAsync("UPDATE source SET paused = 1 WHERE id = @id", new { id = source.Id }, cancellationToken);

    /// <summary>Ends a pause, or the rest of a source that had failed for too long; that one is asked now, and may fail anew for as long.</summary>
    public Task ResumeAsync(Source source, CancellationToken cancellationToken) =>
        ExecuteAsync(
            """
            UPDATE source SET paused = 0,
              failing_since = CASE WHEN next_check IS NULL THEN NULL ELSE failing_since END, dead_at = NULL,
              next_why = CASE WHEN next_check IS NULL THEN NULL ELSE next_why END,
              next_check = CASE WHEN next_check IS NULL AND failures > 0 THEN @now ELSE next_check END
            WHERE id = @id
            """,
            new { id = source.Id, now = clock.GetUtcNow().ToStore() },
            cancellationToken);

    /// <summary>Takes the source away from the space; what was stored from it stays for those who still see it.</summary>
    public Task RemoveAsync(Space space, Source source, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                if (space.IsOperator)
                {
                    await SharedSources.UnshareAsync(database.Dialect, connection, transaction, source.Id);
                }
                else
                {
                    await connection.ExecuteAsync(
                        "DELETE FROM space_source WHERE space_id = @space AND source_id = @source",
                        new { space = space.Id, source = source.Id },
                        transaction);
                }

                // Nobody is left to read it for.
                await connection.ExecuteAsync(
                    """
                    UPDATE source SET next_check = NULL WHERE id = @source AND shared = 0
                    AND NOT EXISTS (SELECT 1 FROM space_source follows WHERE follows.source_id = @source)
                    """,
                    new { source = source.Id },
                    transaction);
            },
            cancellationToken);

    // Whoever names the new address of a source that has moved means that source.
    private static Task<string?> KeyOfMovedAsync(DbConnection connection, DbTransaction transaction, string? location) =>
        connection.ExecuteScalarAsync<string?>(
            "SELECT key FROM source WHERE location = @location AND moved_from IS NOT NULL ORDER BY id LIMIT 1", new { location }, transaction);

    private async Task CheckRoomAsync(DbConnection connection, DbTransaction transaction, Space space, string key)
    {
        long own = await connection.ExecuteScalarAsync<long>(CountOwn, new { space = space.Id, key }, transaction);
        if (own >= limits.Value.SourcesPerSpace)
        {
            throw new StoreException(
                $"A space may have {limits.Value.SourcesPerSpace} sources of its own (Limits:SourcesPerSpace); remove one first.");
        }
    }

    private async Task InsertAsync(DbConnection connection, DbTransaction transaction, Space space, NewSource source) =>
        await connection.ExecuteAsync(
            """
            INSERT INTO source (key, kind, name, location, shared, paused, next_check, failures, articles, added_at)
            VALUES (@key, @kind, @name, @location, @shared, 0, @next, 0, 0, @now)
            ON CONFLICT (key) DO UPDATE SET next_check = COALESCE(source.next_check, excluded.next_check),
              failing_since = CASE WHEN source.next_check IS NULL THEN NULL ELSE source.failing_since END,
              dead_at = CASE WHEN excluded.next_check IS NULL THEN source.dead_at END
            """,
            new
            {
                key = source.Key,
                kind = source.Kind.ToString(),
                name = source.Name,
                location = source.Location,
                shared = space.IsOperator ? 1 : 0,
                next = source.FirstCheck.ToStore(),
                now = clock.GetUtcNow().ToStore(),
            },
            transaction);

    /// <returns>False where the space saw it before.</returns>
    // A space follows what is shared as well: it keeps it when the operator no longer shares it.
    private async Task<bool> ShowAsync(DbConnection connection, DbTransaction transaction, Space space, SourceRow source, string? addedIn)
    {
        if (!space.IsOperator)
        {
            return await FollowAsync(connection, transaction, space, source.Id, addedIn) == 1;
        }

        if (source.Shared == 0)
        {
            await SharedSources.ShareAsync(database.Dialect, connection, transaction, source.Id);
        }

        return source.Shared == 0;
    }

    // Whoever follows what they had switched off wants to see it.
    private async Task<int> FollowAsync(
        DbConnection connection, DbTransaction transaction, Space space, long sourceId, string? addedIn)
    {
        var follow = new { space = space.Id, sourceId, addedIn, now = clock.GetUtcNow().ToStore() };
        await connection.ExecuteAsync("DELETE FROM space_hidden WHERE space_id = @space AND source_id = @sourceId", follow, transaction);
        await connection.ExecuteAsync(
            "UPDATE space_source SET added_in = @addedIn WHERE space_id = @space AND source_id = @sourceId AND added_in IS NULL", follow, transaction);
        return await connection.ExecuteAsync(
            "INSERT INTO space_source (space_id, source_id, added_at, added_in) VALUES (@space, @sourceId, @now, @addedIn) ON CONFLICT DO NOTHING",
            follow,
            transaction);
    }

    private static Task<int> FileAsync(DbConnection connection, DbTransaction transaction, Space space, long sourceId, string? folder) =>
        folder is null ? Task.FromResult(0) : connection.ExecuteAsync(
            space.IsOperator
                ? "UPDATE source SET folder = @folder WHERE id = @sourceId"
                : "UPDATE space_source SET folder = @folder WHERE space_id = @space AND source_id = @sourceId",
            new { folder, sourceId, space = space.Id },
            transaction);

    private Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, parameters, transaction), cancellationToken);

    private async Task<IReadOnlyList<Source>> QueryAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async connection => (IReadOnlyList<Source>)[.. (await connection.QueryAsync<SourceRow>(sql, parameters)).Select(row => row.ToSource())],
            cancellationToken);
}
