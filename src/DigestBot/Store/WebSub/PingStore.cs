using Dapper;
using DigestBot.News;

namespace DigestBot.Store.WebSub;

/// <summary>Notes that a hub tells of news: its source is due now, or as soon as it may be asked.</summary>
/// <remarks>
/// Invariant: once this returns, the news is found though the process dies. A ping only makes a source due earlier, and never
/// earlier than the gap after its last check; one whose check is under way is asked again after that check.
/// </remarks>
internal sealed class PingStore(Database database, TimeProvider clock)
{
    // Told already, and nobody has looked or is looking since: whoever looks next finds this news too.
    private const string IsWaiting =
        "h.pings > h.answered AND h.taken_until <= @now AND (s.last_check IS NULL OR s.last_check < h.ping_at)";

    public async Task NoteAsync(Subscription subscription, TimeSpan gap, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var given = new
        {
            id = subscription.Id,
            source = subscription.SourceId,
            now = now.ToStore(),
            gap = (long)gap.TotalMilliseconds,
            why = nameof(CheckReason.Told),
        };
        if (!await IsWaitingAsync(given, cancellationToken))
        {
            await WriteAsync(given, cancellationToken);
        }
    }

    /// <summary>Notes what is wrong with what the hub sends; once, however often it sends it.</summary>
    public async Task RejectAsync(Subscription subscription, string problem, CancellationToken cancellationToken)
    {
        if (subscription.Problem != problem)
        {
            await database.WriteAsync(
                (connection, transaction) => connection.ExecuteAsync(
                    "UPDATE hub_subscription SET problem = @problem WHERE id = @id", new { id = subscription.Id, problem }, transaction),
                cancellationToken);
        }
    }

    // A flood costs this one look for each.
    private Task<bool> IsWaitingAsync(object given, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<long>(
            $"SELECT count(*) FROM hub_subscription h JOIN source s ON s.id = h.source_id WHERE h.id = @id AND {IsWaiting}", given) > 0,
        cancellationToken);

    private Task WriteAsync(object given, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            // Held until the end, so that no poll takes it or ends in between; statements after this one see what they left.
            await connection.ExecuteAsync($"SELECT id FROM source WHERE id = @source {database.Dialect.LockRows}", given, transaction);
            await connection.ExecuteAsync(
                """
                UPDATE source SET next_why = @why,
                  next_check = CASE WHEN last_check + @gap > @now THEN last_check + @gap ELSE @now END
                WHERE id = @source AND failures = 0 AND COALESCE(next_why, '') <> 'Rest' AND next_check > @now AND (last_check IS NULL OR next_check > last_check + @gap)
                  AND EXISTS (SELECT 1 FROM hub_subscription h WHERE h.id = @id AND h.taken_until <= @now)
                """,
                given,
                transaction);
            await connection.ExecuteAsync("UPDATE hub_subscription SET pings = pings + 1, ping_at = @now WHERE id = @id", given, transaction);
        },
        cancellationToken);
}
