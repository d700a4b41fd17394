using Dapper;
using DigestBot.News;

namespace DigestBot.Store;

/// <summary>Shared sources that a space has switched off: others see them as before.</summary>
internal sealed class HiddenSourceStore(Database database, TimeProvider clock)
{
    /// <returns>False where the source is not one that all share, or the space follows it itself: then it removes it.</returns>
    public async Task<bool> HideAsync(Space space, Source source, CancellationToken cancellationToken) => await database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            """
            INSERT INTO space_hidden (space_id, source_id, hidden_at)
            SELECT @space, s.id, @now FROM source s WHERE s.id = @source AND s.shared = 1
              AND NOT EXISTS (SELECT 1 FROM space_source f WHERE f.space_id = @space AND f.source_id = s.id)
            ON CONFLICT (space_id, source_id) DO UPDATE SET hidden_at = excluded.hidden_at
            """,
            new { space = space.Id, source = source.Id, now = clock.GetUtcNow().ToStore() },
            transaction),
        cancellationToken) == 1;

    /// <returns>False where it was not switched off.</returns>
    public async Task<bool> ShowAsync(Space space, Source source, CancellationToken cancellationToken) => await database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            "DELETE FROM space_hidden WHERE space_id = @space AND source_id = @source", new { space = space.Id, source = source.Id }, transaction),
        cancellationToken) == 1;
}
