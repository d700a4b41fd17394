using Dapper;

namespace DigestBot.Store;

/// <summary>What people think of the bot's answers. Kept as long as posts are, and never more than one of a person on a message.</summary>
internal sealed class OpinionStore(Database database, TimeProvider clock)
{
    /// <summary>Keeps what a person thinks of a message, in place of what they thought before.</summary>
    public Task GiveAsync(Space space, string message, string person, bool likes, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            transaction => transaction.ExecuteAsync(
                """
                INSERT INTO opinion (space_id, message, person, likes, given_at) VALUES (@space, @message, @person, @likes, @now)
                ON CONFLICT (space_id, message, person) DO UPDATE SET likes = excluded.likes, given_at = excluded.given_at
                """,
                new { space = space.Id, message, person, likes = likes ? 1 : 0, now = clock.GetUtcNow().ToStore() }),
            cancellationToken);

    /// <param name="only">Of one space; null for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<OpinionTotals> CountAsync(Space? only, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleAsync<OpinionTotals>(
            $"""
            SELECT coalesce(sum(likes), 0) AS Good, coalesce(sum(1 - likes), 0) AS Bad FROM opinion
            {(only is null ? "" : "WHERE space_id = @space")}
            """,
            new { space = only?.Id }),
        cancellationToken);
}
