using System.Data.Common;
using Dapper;
using DigestBot.News;
using DigestBot.Store.WebSub;

namespace DigestBot.Store;

/// <summary>Writes down how a poll ended, in the transaction that stores what it found.</summary>
internal static class PollRecord
{
    /// <param name="dialect">Of the store.</param>
    /// <param name="connection">Inside the transaction.</param>
    /// <param name="transaction">Of the articles.</param>
    /// <param name="poll">How it ended.</param>
    /// <param name="counts">What storing its articles did.</param>
    public static async Task WriteAsync(
        Dialect dialect, DbConnection connection, DbTransaction transaction, PollResult poll, WriteCounts counts)
    {
        counts = counts with { Duplicates = counts.Duplicates + poll.DoneEntries };

        // A redirect that leads to other articles only than the source had is not its move, and is never again taken for one:
        // from then on those are articles that it had before.
        bool foundKnown = counts.Updated + counts.Duplicates > 0;
        bool isStrange = poll is { IsUnchanged: false, Error: null } && !foundKnown;
        PermanentMove? move = isStrange && poll.Move is { } strange ? strange with { Polls = 0 } : poll.Move;
        bool moves = move is { IsStrange: false } && poll.IsMoveProven;
        await UpdateAsync(connection, transaction, poll, moves ? null : move);
        await SourceCheckStore.AddAsync(connection, transaction, poll, counts);
        await PageStore.AddAsync(connection, transaction, poll.SourceId, poll.PagesTried, poll.CheckedAt);
        if (moves)
        {
            await MoveAsync(connection, transaction, poll.SourceId, move!.Target);
        }

        await SubscriptionRecord.WriteAsync(dialect, connection, transaction, poll, counts);
    }

    private static Task<int> UpdateAsync(DbConnection connection, DbTransaction transaction, PollResult poll, PermanentMove? move) =>
        connection.ExecuteAsync(
            """
            UPDATE source SET last_check = @at, next_check = @next, etag = @etag, last_modified = @modified, last_error = @error,
              failures = CASE WHEN @failed = 1 THEN failures + 1 ELSE 0 END,
              failing_since = CASE WHEN @failed = 1 THEN COALESCE(failing_since, @at) ELSE NULL END,
              last_success = CASE WHEN @failed = 1 THEN last_success ELSE @at END,
              next_why = @why, dead_at = CASE WHEN @failed = 1 AND @given_up = 1 THEN @at END, checks = checks + 1,
              hint_interval = @interval, hint_base = @base, skip_hours = @skipHours, skip_days = @skipDays,
              move_target = @target, move_since = @since, move_polls = @polls
            WHERE id = @id
            """,
            new
            {
                id = poll.SourceId,
                at = poll.CheckedAt.ToStore(),
                next = poll.NextCheck.ToStore(),
                etag = poll.ETag,
                modified = poll.LastModified,
                error = poll.Error,
                failed = poll.Error is null ? 0 : 1,
                why = poll.NextWhy?.ToString(),
                given_up = poll.NextCheck is null ? 1 : 0,
                interval = (long?)poll.Hints.Interval?.TotalMilliseconds,
                @base = poll.Hints.Base.ToStore(),
                skipHours = poll.Hints.SkipHours,
                skipDays = poll.Hints.SkipDays,
                target = move?.Target,
                since = (move?.Since).ToStore(),
                polls = move?.Polls ?? 0,
            },
            transaction);

    // Not where another source is already: both would ask the same address. The key stays, because ids of articles are made
    // from it; the first address stays, because that is what whoever added it knows.
    private static Task<int> MoveAsync(DbConnection connection, DbTransaction transaction, long id, string target) =>
        connection.ExecuteAsync(
            """
            UPDATE source SET moved_from = NULLIF(COALESCE(moved_from, location), @target), location = @target
            WHERE id = @id AND NOT EXISTS (SELECT 1 FROM source other WHERE other.location = @target AND other.id <> @id)
            """,
            new { id, target },
            transaction);
}
