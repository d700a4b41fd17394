using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using DigestBot.News;

namespace DigestBot.Store.WebSub;

/// <summary>Writes down what a poll learned of hubs, in the transaction that stores what the poll found.</summary>
/// <remarks>Whoever writes a source and its subscription writes the source first, so that two of them wait for each other.</remarks>
internal static class SubscriptionRecord
{
    private const int KeyBytes = 32;

    /// <summary>After so many failures in a row another hub is asked, if the feed names one.</summary>
    private const int MostFailures = 3;

    public static async Task WriteAsync(Dialect dialect, DbConnection connection, DbTransaction transaction, PollResult poll, WriteCounts counts)
    {
        if (poll is { Error: null, Push: { } push })
        {
            await AnswerAsync(dialect, connection, transaction, poll, push, counts);
        }

        if (poll.Offer is { } offer)
        {
            await OfferAsync(dialect, connection, transaction, poll, offer);
        }
    }

    // News that came unannounced ends the trust, and with it the longer wait; news after a ping brings both back. After news the
    // next look comes as soon as ever: another piece may have been told of that is not there yet.
    private static async Task AnswerAsync(
        Dialect dialect, DbConnection connection, DbTransaction transaction, PollResult poll, PushTiming push, WriteCounts counts)
    {
        if (await FindAsync(dialect, connection, transaction, poll.SourceId) is not { } row)
        {
            return;
        }

        bool trusted = counts.New > 0 ? push.PingsSeen > row.Answered : row.Trusted != 0;
        long answered = counts.New + counts.Updated > 0 ? push.PingsSeen : row.Answered;
        await connection.ExecuteAsync(
            "UPDATE hub_subscription SET trusted = @trusted, answered = @answered, taken_until = 0 WHERE id = @id",
            new { id = row.Id, trusted = trusted ? 1L : 0L, answered },
            transaction);
        NextCheck? next = push.PingsSeen > answered ? push.Again : trusted && counts.New == 0 ? push.Rarely : null;
        if (row.Pings > push.PingsSeen && !((next?.At ?? poll.NextCheck) <= push.Soonest))
        {
            next = new NextCheck(push.Soonest, CheckReason.Told);
        }

        if (next is { } other)
        {
            await connection.ExecuteAsync(
                "UPDATE source SET next_check = @next, next_why = @why WHERE id = @id",
                new { id = poll.SourceId, next = other.At.ToStore(), why = other.Why.ToString() },
                transaction);
        }
    }

    private static async Task OfferAsync(Dialect dialect, DbConnection connection, DbTransaction transaction, PollResult poll, HubOffer offer)
    {
        SubscriptionRow? row = await FindAsync(dialect, connection, transaction, poll.SourceId);
        bool isSame = row is not null && row.Topic == offer.Topic && offer.Hubs.Contains(row.Hub);
        bool isGivenUp = isSame && offer.Hubs.Count > 1 && HasFailed(row!);
        if (isSame && !isGivenUp)
        {
            return;
        }

        if (row is not null)
        {
            // A hub that was asked nothing, or never said yes, needs no leave.
            await connection.ExecuteAsync(
                row.Base is null || (isGivenUp && row.SinceAt is null)
                    ? "DELETE FROM hub_subscription WHERE id = @id"
                    : "UPDATE hub_subscription SET source_id = NULL WHERE id = @id",
                new { id = row.Id },
                transaction);
        }

        if (offer.Hubs.Count > 0)
        {
            await AddAsync(connection, transaction, poll, offer, isGivenUp ? row : null);
        }
    }

    // One hub after the other, and none sooner for that: those of one feed share their failures.
    private static Task<int> AddAsync(DbConnection connection, DbTransaction transaction, PollResult poll, HubOffer offer, SubscriptionRow? givenUp) =>
        connection.ExecuteAsync(
            """
            INSERT INTO hub_subscription (source_id, hub, topic, callback, secret, state, failures, problem, next_at)
            VALUES (@source, @hub, @topic, @callback, @secret, @state, @failures, @problem, @at)
            """,
            new
            {
                source = poll.SourceId,
                hub = givenUp is null ? offer.Hubs[0] : offer.Hubs[(offer.Hubs.ToList().IndexOf(givenUp.Hub) + 1) % offer.Hubs.Count],
                topic = offer.Topic,
                callback = NewKey(),
                secret = NewKey(),
                state = nameof(SubscriptionState.Wanted),
                failures = givenUp?.Failures ?? 0,
                problem = givenUp?.Problem,
                at = givenUp is null ? poll.CheckedAt.ToStore() : givenUp.NextAt,
            },
            transaction);

    // Asked again and again: a row without an address of ours was asked nothing yet.
    private static bool HasFailed(SubscriptionRow row) => row is { State: nameof(SubscriptionState.Wanted), Base: not null, Failures: >= MostFailures };

    private static async Task<SubscriptionRow?> FindAsync(Dialect dialect, DbConnection connection, DbTransaction transaction, long source) =>
        await connection.QuerySingleOrDefaultAsync<SubscriptionRow?>(
            $"SELECT {SubscriptionRow.Columns} FROM hub_subscription h WHERE h.source_id = @source {dialect.LockRows}", new { source }, transaction);

    private static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
}
