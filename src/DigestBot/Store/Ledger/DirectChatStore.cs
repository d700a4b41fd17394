using System.Data.Common;
using System.Text.Json;
using Dapper;
using DigestBot.Chat;

namespace DigestBot.Store.Ledger;

/// <summary>Where people are reached directly; each person in one place.</summary>
internal sealed class DirectChatStore(Database database, ChannelStore channels, TimeProvider clock)
{
    private const string Change = "UPDATE direct_chat SET changed_at = @now";

    /// <returns>Null where nothing was ever sent to them.</returns>
    public Task<DirectChat?> FindAsync(string person, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => FindAsync(connection, null, person), cancellationToken);

    /// <summary>Keeps where somebody is reached; what they have set for it stays.</summary>
    /// <param name="space">A space of their own.</param>
    /// <param name="address">The conversation.</param>
    /// <param name="reader">Key of the person, zone and language; the zone holds until they set one.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<DirectChat> KeepAsync(
        Space space, ChannelRef address, (string Person, string Zone, string? Language) reader, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async transaction =>
            {
                Channel channel = await channels.GetOrAddAsync(transaction, space, address);
                var row = new
                {
                    person = reader.Person,
                    channel = channel.Id,
                    zone = reader.Zone,
                    language = reader.Language,
                    now = clock.GetUtcNow().ToStore(),
                };
                await transaction.ExecuteAsync("DELETE FROM direct_chat WHERE channel_id = @channel AND person <> @person", row);
                await transaction.ExecuteAsync(
                    """
                    INSERT INTO direct_chat (person, channel_id, time_zone, language, changed_at)
                    VALUES (@person, @channel, @zone, @language, @now)
                    ON CONFLICT (person) DO UPDATE SET channel_id = excluded.channel_id, changed_at = excluded.changed_at
                    """,
                    row);
                return (await FindAsync(transaction.Connection, transaction.Transaction, reader.Person))!;
            },
            cancellationToken);

    /// <summary>Sets when nothing is sent; what waits is looked at anew.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="quiet">Null for never.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task SetQuietAsync(string person, QuietHours? quiet, CancellationToken cancellationToken) => SetAsync(
        person, "quiet = @value", quiet is null ? null : JsonSerializer.Serialize(quiet), cancellationToken);

    /// <summary>Sets the zone of the quiet hours, where the person is known.</summary>
    public Task SetZoneAsync(string person, string zone, CancellationToken cancellationToken) =>
        SetAsync(person, "time_zone = @value", zone, cancellationToken);

    /// <summary>Sets the language in which the person is written to, where they are known.</summary>
    public Task SetLanguageAsync(string person, string? language, CancellationToken cancellationToken) =>
        SetAsync(person, "language = @value", language, cancellationToken);

    /// <summary>Lets messages through again that the person did not let through.</summary>
    public Task ReopenAsync(DirectChat chat, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction =>
        {
            await channels.OpenAsync(transaction, chat.Channel.Id);
            return true;
        },
        cancellationToken);

    /// <summary>Takes the duty to tell a person that what they follow does not reach them any more.</summary>
    /// <returns>True once for each time that this came about.</returns>
    public async Task<bool> TakeTroubleAsync(string person, CancellationToken cancellationToken)
    {
        const string trouble = """
            person = @person AND EXISTS (
              SELECT 1 FROM channel c WHERE c.id = direct_chat.channel_id AND c.parked_at > COALESCE(direct_chat.told_at, -1))
              AND EXISTS (
                SELECT 1 FROM follow f JOIN schedule s ON s.id = f.schedule_id WHERE f.person = @person AND s.removed_at IS NULL)
            """;

        // Everybody asks, and hardly anybody has any.
        long found = await database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM direct_chat WHERE {trouble}", new { person }), cancellationToken);
        return found > 0 && await database.InTransactionAsync(
            transaction => transaction.ExecuteAsync(
                $"UPDATE direct_chat SET told_at = @now WHERE {trouble}", new { person, now = clock.GetUtcNow().ToStore() }),
            cancellationToken) > 0;
    }

    private Task<int> SetAsync(string person, string change, string? value, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async transaction =>
            {
                var set = new { person, value, now = clock.GetUtcNow().ToStore() };
                await transaction.ExecuteAsync($"{Change}, {change} WHERE person = @person", set);
                return await transaction.ExecuteAsync(
                    """
                    UPDATE post SET take_at = @now, ready_at = @now
                    WHERE channel_id = (SELECT channel_id FROM direct_chat WHERE person = @person)
                      AND finished_at IS NULL AND worker IS NULL AND take_at > @now
                    """,
                    set);
            },
            cancellationToken);

    private static async Task<DirectChat?> FindAsync(DbConnection connection, DbTransaction? transaction, string person)
    {
        IEnumerable<DirectChat> found = await connection.QueryAsync<Row, ChannelRow, DirectChat>(
            $"""
            SELECT d.person AS Person, d.quiet AS Quiet, d.time_zone AS TimeZone, d.language AS Language, {ChannelRow.Columns}
            FROM direct_chat d JOIN channel c ON c.id = d.channel_id WHERE d.person = @person
            """,
            (row, channel) => row.ToChat(channel.ToChannel()),
            new { person },
            transaction);
        return found.SingleOrDefault();
    }

    private sealed record Row
    {
        public string Person { get; init; } = "";

        public string? Quiet { get; init; }

        public string TimeZone { get; init; } = "";

        public string? Language { get; init; }

        public DirectChat ToChat(Channel channel) => new(
            Person, channel, Quiet is null ? null : JsonSerializer.Deserialize<QuietHours>(Quiet), TimeZone, Language);
    }
}
