using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Store;

/// <summary>Erases what a space has, in bounded steps, each a transaction of its own: whoever is stopped goes on later.</summary>
/// <remarks>
/// The ledger keeps keys, not content: that a slot was posted stays known for ever, what was in it does not. What is still
/// on its way, and what came after the erasure was asked for, is left alone.
/// </remarks>
internal sealed class SpaceEraser(Database database, SourceEraser sources, TimeProvider clock, IOptions<StoreOptions> options)
{
    /// <summary>So many rows go in one transaction, so that nobody waits long for it.</summary>
    private const int StepSize = 500;

    private const string OfSpace = "channel_id IN (SELECT c.id FROM channel c WHERE c.space_id = @space)";

    private const string StopNotices = $"""
        UPDATE post SET state = 'Dead', take_at = NULL, finished_at = @now WHERE id IN (
          SELECT id FROM post WHERE {OfSpace} AND occurrence_id IS NULL AND finished_at IS NULL AND worker IS NULL
            AND unsure_since IS NULL AND queued_at <= @until LIMIT @max)
        """;

    private const string PostsToForget = $"""
        SELECT id AS Id, body AS Body FROM post
        WHERE {OfSpace} AND finished_at IS NOT NULL AND body IS NOT NULL AND queued_at <= @until LIMIT @max
        """;

    private const string ForgetDigests = """
        DELETE FROM digest WHERE space_id = @space AND id IN (
          SELECT id FROM digest WHERE space_id = @space AND composed_at <= @until LIMIT @max)
        RETURNING body
        """;

    private const string ForgetConversations = """
        DELETE FROM conversation WHERE space_id = @space AND channel IN (
          SELECT channel FROM conversation WHERE space_id = @space AND expires_at <= @expires LIMIT @max)
        """;

    private const string ForgetShown = $"""
        DELETE FROM shown WHERE (channel_id, sentence) IN (
          SELECT channel_id, sentence FROM shown WHERE {OfSpace} AND shown_at <= @until LIMIT @max)
        """;

    private const string ForgetOpinions = """
        DELETE FROM opinion WHERE (space_id, message, person) IN (
          SELECT space_id, message, person FROM opinion WHERE space_id = @space AND given_at <= @until LIMIT @max)
        """;

    private const string ForgetPeople = """
        DELETE FROM person WHERE space_id = @space AND person IN (
          SELECT person FROM person WHERE space_id = @space AND changed_at <= @until LIMIT @max)
        """;

    // Who follows a topic from here goes on without what only this space sees.
    private const string SendFollowsHome = """
        UPDATE follow SET space_id = (SELECT s.space_id FROM schedule s WHERE s.id = follow.schedule_id) WHERE schedule_id IN (
          SELECT f.schedule_id FROM follow f JOIN schedule s ON s.id = f.schedule_id
          WHERE f.space_id = @space AND s.space_id <> @space AND f.created_at <= @until LIMIT @max)
        """;

    private const string ForgetFollows = """
        DELETE FROM follow WHERE schedule_id IN (
          SELECT f.schedule_id FROM follow f JOIN schedule s ON s.id = f.schedule_id
          WHERE s.space_id = @space AND s.removed_at IS NOT NULL AND f.created_at <= @until LIMIT @max)
        """;

    private const string ForgetDirectChats = """
        DELETE FROM direct_chat WHERE person IN (
          SELECT d.person FROM direct_chat d JOIN channel c ON c.id = d.channel_id
          WHERE c.space_id = @space AND d.changed_at <= @until
            AND NOT EXISTS (SELECT 1 FROM schedule s WHERE s.channel_id = c.id AND s.removed_at IS NULL) LIMIT @max)
        """;

    private const string ForgetTopics = """
        DELETE FROM topic WHERE space_id = @space AND name_key IN (
          SELECT name_key FROM topic WHERE space_id = @space AND created_at <= @until LIMIT @max)
        """;

    private const string ForgetRuns = """
        UPDATE occurrence SET problem = NULL, digest_id = NULL WHERE id IN (
          SELECT o.id FROM occurrence o JOIN schedule s ON s.id = o.schedule_id
          WHERE s.space_id = @space AND s.removed_at IS NOT NULL AND s.created_at <= @until AND o.finished_at IS NOT NULL
            AND (o.problem IS NOT NULL OR o.digest_id IS NOT NULL) LIMIT @max)
        """;

    private const string ForgetSchedules = """
        UPDATE schedule SET name = '', name_key = '', topic = NULL, story_id = NULL, quiet = NULL, mention_role = NULL, origin = '', created_by = ''
        WHERE id IN (
          SELECT id FROM schedule WHERE space_id = @space AND removed_at IS NOT NULL AND created_at <= @until AND created_by <> '' LIMIT @max)
        """;

    // The rows stay, because posts refer to them; their new address is no place.
    private const string ForgetChannels = """
        UPDATE channel SET address = substr(address, 1, @colon) || 'erased-' || CAST(id AS text), reference = NULL, parked_reason = NULL,
          check_at = NULL
        WHERE id IN (
          SELECT c.id FROM channel c WHERE c.space_id = @space AND c.created_at <= @until AND c.address NOT LIKE '%:erased-%'
            AND NOT EXISTS (SELECT 1 FROM schedule s WHERE s.channel_id = c.id AND s.removed_at IS NULL)
            AND NOT EXISTS (SELECT 1 FROM post p WHERE p.channel_id = c.id AND p.finished_at IS NULL) LIMIT @max)
        """;

    private const string CountPending = $"""
        SELECT (SELECT count(*) FROM post WHERE {OfSpace} AND finished_at IS NULL AND queued_at <= @until)
          + (SELECT count(*) FROM schedule s JOIN occurrence o ON o.schedule_id = s.id
             WHERE s.space_id = @space AND s.created_at <= @until AND o.finished_at IS NULL)
        """;

    /// <summary>Erases as much as may be.</summary>
    /// <returns>True when nothing is left; false while something is still on its way.</returns>
    public async Task<bool> RunAsync(SpaceErasure erasure, CancellationToken cancellationToken)
    {
        object parameters = Parameters(erasure);
        await RepeatAsync(transaction => transaction.ExecuteAsync(StopNotices, parameters), cancellationToken);
        await RepeatAsync(transaction => ForgetPostsAsync(transaction, parameters), cancellationToken);
        await RepeatAsync(transaction => ForgetDigestsAsync(transaction, parameters), cancellationToken);
        foreach (string step in (string[])
            [
                ForgetConversations, ForgetShown, ForgetOpinions, ForgetPeople, SendFollowsHome, ForgetFollows, ForgetDirectChats, ForgetTopics,
                ForgetRuns, ForgetSchedules, ForgetChannels,
            ])
        {
            await RepeatAsync(transaction => transaction.ExecuteAsync(step, parameters), cancellationToken);
        }

        await sources.RunAsync(erasure, cancellationToken);
        return await database.InTransactionAsync(transaction => transaction.ScalarAsync<long>(CountPending, parameters), cancellationToken) == 0;
    }

    private async Task RepeatAsync(Func<StoreTransaction, Task<int>> step, CancellationToken cancellationToken)
    {
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
        while (await database.InTransactionAsync(step, cancellationToken) == StepSize);
    }

    private async Task<int> ForgetPostsAsync(StoreTransaction transaction, object parameters)
    {
        List<PostBody> posts = await transaction.QueryAsync<PostBody>(PostsToForget, parameters);
        await transaction.ExecuteAsync(
            $"UPDATE post SET body = NULL, trail = '{PostTrail.Empty}', mention_role = NULL, message_id = NULL WHERE {database.Dialect.In("id", "@ids")}",
            new { ids = database.Dialect.Ids([.. posts.Select(post => post.Id)]) });
        await AgeAsync(transaction, posts.Select(post => post.Body));
        return posts.Count;
    }

    private async Task<int> ForgetDigestsAsync(StoreTransaction transaction, object parameters)
    {
        List<string?> bodies = await transaction.QueryAsync<string?>(ForgetDigests, parameters);
        await AgeAsync(transaction, bodies.OfType<string>());
        return bodies.Count;
    }

    // Bodies are shared: those that nobody else needs are past their retention from now on, and go with the next round of it.
    // Should somebody enter the same text at that very moment, the foreign key refuses, and they try again.
    private Task<int> AgeAsync(StoreTransaction transaction, IEnumerable<string> bodies) =>
        transaction.ExecuteRowsAsync(
            $"""
            UPDATE body SET used_at = 0 FROM {database.Dialect.Rows("@rows", "hash text")} WHERE body.hash = given.hash
              AND NOT EXISTS (SELECT 1 FROM post p WHERE p.body = body.hash)
              AND NOT EXISTS (SELECT 1 FROM digest d WHERE d.body = body.hash)
            """,
            bodies.Distinct().Order(StringComparer.Ordinal).Select(hash => new { hash }));

    private object Parameters(SpaceErasure erasure) => new
    {
        space = erasure.Space.Id,
        now = clock.GetUtcNow().ToStore(),
        until = erasure.Until.ToStore(),
        expires = (erasure.Until + options.Value.ConversationRetention).ToStore(),
        colon = erasure.Space.Key.IndexOf(':', StringComparison.Ordinal) + 1,
        max = StepSize,
    };

    private sealed record PostBody
    {
        public long Id { get; init; }

        public string Body { get; init; } = "";
    }
}
