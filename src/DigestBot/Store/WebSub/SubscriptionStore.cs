using System.Data.Common;
using Dapper;
using DigestBot.News;

namespace DigestBot.Store.WebSub;

/// <summary>Who of the hubs is to be asked, and what became of it.</summary>
/// <remarks>What is taken is held by a lease like a source that is polled: one process asks, and if it dies another does.</remarks>
internal sealed class SubscriptionStore(Database database, TimeProvider clock)
{
    /// <summary>No hub is believed to remember us for longer.</summary>
    public static readonly TimeSpan LongestLease = TimeSpan.FromDays(30);

    // Read by the operator's spaces or by one that follows it.
    private const string IsRead = """
        EXISTS (SELECT 1 FROM source s WHERE s.id = hub_subscription.source_id
          AND (s.shared = 1 OR EXISTS (SELECT 1 FROM space_source f WHERE f.source_id = s.id)))
        """;

    // A clock that was put back would leave a lease standing that has long ended.
    private const string HasLapsed = "state = 'Active' AND (until_at <= @now OR until_at > @farthest OR base <> @base)";

    public Task<Subscription?> OfSourceAsync(long source, CancellationToken cancellationToken) =>
        FindAsync("h.source_id = @source", new { source }, cancellationToken);

    public Task<Subscription?> OfCallbackAsync(string callback, CancellationToken cancellationToken) =>
        FindAsync("h.callback = @callback", new { callback }, cancellationToken);

    /// <summary>How many feeds that the space may see have a hub that tells of news.</summary>
    public Task<long> CountAsync(Space space, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.ExecuteScalarAsync<long>(
            $"""
            SELECT count(*) FROM hub_subscription h JOIN source s ON s.id = h.source_id
            WHERE h.state = 'Active' AND h.until_at > @now AND {Visibility.Of("s")}
            """,
            new { space = space.Id, now = clock.GetUtcNow().ToStore() }),
        cancellationToken);

    /// <summary>How many there are, how many of them tell of news, and the newest problem.</summary>
    public Task<SubscriptionTotals> TotalAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async connection => new SubscriptionTotals(
            await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM hub_subscription WHERE state IN ('Wanted', 'Active')"),
            await connection.ExecuteScalarAsync<long>(
                "SELECT count(*) FROM hub_subscription WHERE state = 'Active' AND until_at > @now", new { now = clock.GetUtcNow().ToStore() }),
            await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM hub_subscription WHERE state IN ('Wanted', 'Active') AND failures > 0"),
            await connection.ExecuteScalarAsync<string?>(
                "SELECT problem FROM hub_subscription WHERE state IN ('Wanted', 'Active') AND failures > 0 ORDER BY next_at DESC, id LIMIT 1")),
        cancellationToken);

    /// <summary>
    /// Puts in order what time has changed: leases that have ended, feeds that nobody reads any more, and those that somebody
    /// reads again. A source whose hub no longer tells of news is asked as often as any other.
    /// </summary>
    /// <param name="address">Our public address.</param>
    /// <param name="interval">How often a source is asked without a hub.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task TendAsync(string address, TimeSpan interval, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var given = new { now = now.ToStore(), farthest = (now + LongestLease + TimeSpan.FromDays(1)).ToStore(), @base = address, interval = (long)interval.TotalMilliseconds };
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                await PullForwardAsync(connection, transaction, HasLapsed, given);
                await connection.ExecuteAsync(
                    $"""
                    UPDATE hub_subscription SET state = 'Wanted', trusted = 0, {WhereEnded("next_at", "@now")}, {WhereEnded("accepted_at", "NULL")}
                      WHERE {HasLapsed};
                    DELETE FROM hub_subscription WHERE source_id IS NULL AND (base IS NULL OR state = 'Left');
                    UPDATE hub_subscription SET state = 'Leaving', trusted = 0, asked = NULL, accepted_at = NULL, failures = 0, next_at = @now
                      WHERE state IN ('Wanted', 'Active') AND base IS NOT NULL AND NOT {IsRead};
                    UPDATE hub_subscription SET state = 'Wanted', problem = NULL, failures = 0, next_at = @now WHERE state = 'Left' AND {IsRead};
                    """,
                    given,
                    transaction);
            },
            cancellationToken);
    }

    /// <summary>Takes those that are to be asked now, and puts their next turn to <paramref name="again"/>.</summary>
    public Task<IReadOnlyList<Subscription>> TakeAsync(int max, DateTimeOffset again, string address, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                SubscriptionRow[] due =
                [
                    .. await connection.QueryAsync<SubscriptionRow>(
                        $"""
                        SELECT {SubscriptionRow.Columns} FROM hub_subscription h
                        WHERE h.next_at <= @now AND (h.state = 'Leaving'
                          OR EXISTS (SELECT 1 FROM source s WHERE s.id = h.source_id AND s.paused = 0 AND s.next_check IS NOT NULL))
                        ORDER BY h.next_at, h.id LIMIT @max {database.Dialect.SkipTaken}
                        """,
                        new { now = clock.GetUtcNow().ToStore(), max },
                        transaction),
                ];
                // Noted before it is asked, because a hub may confirm before it answers.
                await connection.ExecuteAsync(
                    $"""
                    UPDATE hub_subscription SET next_at = @again, base = CASE WHEN state = 'Leaving' THEN base ELSE @base END,
                      asked = CASE WHEN state = 'Leaving' THEN 'Unsubscribe' ELSE 'Subscribe' END
                    WHERE {database.Dialect.In("id", "@ids")}
                    """,
                    new { again = again.ToStore(), @base = address, ids = database.Dialect.Ids([.. due.Select(row => row.Id)]) },
                    transaction);
                return (IReadOnlyList<Subscription>)
                [
                    .. due.Select(row => row.ToSubscription()).Select(taken => taken with
                    {
                        Asked = taken.State == SubscriptionState.Leaving ? HubMode.Unsubscribe : HubMode.Subscribe,
                        Base = taken.State == SubscriptionState.Leaving ? taken.Base : address,
                    }),
                ];
            },
            cancellationToken);

    /// <summary>The hub said that it will confirm; if it has not until <paramref name="checkAt"/>, that is a failure.</summary>
    public Task AcceptedAsync(Subscription asked, DateTimeOffset checkAt, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE hub_subscription SET accepted_at = @now, next_at = @checkAt WHERE id = @id AND asked = @mode",
        new { id = asked.Id, mode = asked.Asked.ToString(), now = clock.GetUtcNow().ToStore(), checkAt = checkAt.ToStore() },
        cancellationToken);

    /// <summary>It could not be asked, refused or did not confirm. What it confirms later all the same holds.</summary>
    public Task FailedAsync(Subscription asked, string problem, DateTimeOffset next, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE hub_subscription SET failures = failures + 1, problem = @problem, accepted_at = NULL, next_at = @next WHERE id = @id AND asked = @mode",
        new { id = asked.Id, mode = asked.Asked.ToString(), problem, next = next.ToStore() },
        cancellationToken);

    /// <summary>Takes no more leave of a hub that does not hear it; its lease will end.</summary>
    public Task LeftAsync(Subscription leaving, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE hub_subscription SET state = 'Left', asked = NULL, accepted_at = NULL, next_at = NULL WHERE id = @id AND state = 'Leaving'",
        new { id = leaving.Id },
        cancellationToken);

    /// <summary>What the hub confirms: that it will tell us until then.</summary>
    /// <returns>False where nobody wants that.</returns>
    public async Task<bool> ConfirmAsync(string callback, string topic, DateTimeOffset until, DateTimeOffset renewAt, CancellationToken cancellationToken) =>
        await ExecuteAsync(
            """
            UPDATE hub_subscription SET since_at = CASE WHEN state = 'Active' THEN since_at ELSE @now END, state = 'Active', until_at = @until,
              asked = NULL, accepted_at = NULL, failures = 0, problem = NULL, next_at = @renewAt
            WHERE callback = @callback AND topic = @topic AND (state = 'Active' OR (state = 'Wanted' AND asked = 'Subscribe'))
            """,
            new { callback, topic, until = until.ToStore(), renewAt = renewAt.ToStore(), now = clock.GetUtcNow().ToStore() },
            cancellationToken) == 1;

    /// <summary>What the hub confirms: that it will tell us no more.</summary>
    /// <returns>False where nobody asked for that.</returns>
    public async Task<bool> ConfirmLeaveAsync(string callback, string topic, CancellationToken cancellationToken) =>
        await ExecuteAsync(
            """
            UPDATE hub_subscription SET state = 'Left', asked = NULL, accepted_at = NULL, next_at = NULL
            WHERE callback = @callback AND topic = @topic AND state = 'Leaving' AND asked = 'Unsubscribe'
            """,
            new { callback, topic },
            cancellationToken) == 1;

    /// <summary>The hub refuses, or tells us no more.</summary>
    public Task<bool> DenyAsync(
        string callback, string topic, string problem, DateTimeOffset next, TimeSpan interval, CancellationToken cancellationToken)
    {
        const string IsOurs = "callback = @callback AND topic = @topic AND state IN ('Wanted', 'Active') AND base IS NOT NULL";
        var given = new { callback, topic, problem, next = next.ToStore(), now = clock.GetUtcNow().ToStore(), interval = (long)interval.TotalMilliseconds };
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                await PullForwardAsync(connection, transaction, IsOurs, given);
                return await connection.ExecuteAsync(
                    $"""
                    UPDATE hub_subscription SET state = 'Wanted', trusted = 0, until_at = NULL, asked = NULL, accepted_at = NULL,
                      failures = failures + 1, problem = @problem, next_at = @next
                    WHERE {IsOurs}
                    """,
                    given,
                    transaction) == 1;
            },
            cancellationToken);
    }

    // What ends as it was to end goes on as it was to go on: a hub that forgets at once is not asked all the time.
    private static string WhereEnded(string column, string otherwise) =>
        $"{column} = CASE WHEN until_at <= @now AND base = @base THEN {column} ELSE {otherwise} END";

    // Only what waits for the hub: who asked to be left alone still is.
    private static Task<int> PullForwardAsync(DbConnection connection, DbTransaction transaction, string which, object given) =>
        connection.ExecuteAsync(
            $"""
            UPDATE source SET next_why = '{nameof(CheckReason.Usual)}',
              next_check = CASE WHEN COALESCE(last_check, 0) + @interval > @now THEN last_check + @interval ELSE @now END
            WHERE next_why = '{nameof(CheckReason.Pushed)}' AND next_check > @now AND next_check > COALESCE(last_check, 0) + @interval
              AND id IN (SELECT source_id FROM hub_subscription WHERE {which})
            """,
            given,
            transaction);

    private Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, parameters, transaction), cancellationToken);

    private Task<Subscription?> FindAsync(string which, object parameters, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<SubscriptionRow?>(
            $"SELECT {SubscriptionRow.Columns} FROM hub_subscription h WHERE {which}", parameters))?.ToSubscription(),
        cancellationToken);
}
