using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Options;

namespace DigestBot.Store;

/// <summary>Conversations, each forgotten some time after its last message.</summary>
internal sealed class ConversationStore(Database database, TimeProvider clock, IOptions<StoreOptions> options)
{
    public async Task<Conversation> FindAsync(Space space, string channel, CancellationToken cancellationToken)
    {
        Row? row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Row?>(
                """
                SELECT digest_id AS DigestId, questions AS Questions FROM conversation
                WHERE space_id = @space AND channel = @channel AND expires_at > @now
                """,
                new { space = space.Id, channel, now = clock.GetUtcNow().ToStore() }),
            cancellationToken);
        return row is null
            ? Conversation.Empty
            : new Conversation(row.DigestId, Turns(row.Questions));
    }

    /// <summary>What was asked, of a conversation as it is stored.</summary>
    public static IReadOnlyList<string> QuestionsOf(string stored) => [.. Turns(stored).Where(turn => turn.Story is null).Select(Whole)];

    public Task SaveAsync(Space space, string channel, Conversation conversation, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                DateTimeOffset now = clock.GetUtcNow();
                await connection.ExecuteAsync(
                    """
                    INSERT INTO conversation (space_id, channel, digest_id, questions, expires_at)
                    VALUES (@space, @channel, @digest, @questions, @expires)
                    ON CONFLICT (space_id, channel) DO UPDATE
                    SET digest_id = excluded.digest_id, questions = excluded.questions, expires_at = excluded.expires_at
                    """,
                    new
                    {
                        space = space.Id,
                        channel,
                        digest = conversation.DigestId,
                        questions = JsonSerializer.Serialize(conversation.Turns),
                        expires = (now + options.Value.ConversationRetention).ToStore(),
                    },
                    transaction);
                await connection.ExecuteAsync("DELETE FROM conversation WHERE expires_at <= @now", new { now = now.ToStore() }, transaction);
            },
            cancellationToken);

    /// <summary>Makes the conversations of these places be about a digest that they were shown, with no questions yet.</summary>
    public Task ShowAsync(StoreTransaction transaction, IReadOnlyCollection<(long SpaceId, string Channel)> places, string digestId)
    {
        long expires = (clock.GetUtcNow() + options.Value.ConversationRetention).ToStore();
        return transaction.ExecuteRowsAsync(
            $"""
            INSERT INTO conversation (space_id, channel, digest_id, questions, expires_at)
            SELECT given.space, given.channel, given.digest, '[]', given.expires
            FROM {database.Dialect.Rows("@rows", "space bigint, channel text, digest text, expires bigint")} WHERE true
            ON CONFLICT (space_id, channel) DO UPDATE
            SET digest_id = excluded.digest_id, questions = excluded.questions, expires_at = excluded.expires_at
            """,
            places.Distinct().OrderBy(place => place.SpaceId).ThenBy(place => place.Channel, StringComparer.Ordinal)
                .Select(place => new { space = place.SpaceId, channel = place.Channel, digest = digestId, expires }));
    }

    // The topic was written by the same person.
    private static string Whole(ConversationTurn turn) => turn.Scope?.Topic is { } topic ? $"{turn.Question} topic:{topic}" : turn.Question;

    // An earlier version kept plain questions. Nobody misses what was asked before an upgrade.
    private static ConversationTurn[] Turns(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ConversationTurn[]>(json) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private sealed record Row(string? DigestId, string Questions);
}
