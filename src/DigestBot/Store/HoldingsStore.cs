using System.Globalization;
using Dapper;
using DigestBot.Store.Ledger;

namespace DigestBot.Store;

/// <summary>What is kept of one person in one space: shows it to them, and forgets it.</summary>
/// <remarks>
/// What somebody asks in private is a conversation whose key ends with them; one that a whole channel sees is nobody's. In a
/// space that is theirs alone, every conversation is.
/// </remarks>
internal sealed class HoldingsStore(Database database, PersonStore people, FollowStore follows, DirectChatStore chats)
{
    /// <summary>So many rows of a kind are shown; nobody has more but by a mistake.</summary>
    private const int MostShown = 10_000;

    private readonly Dialect _dialect = database.Dialect;

    public async Task<Holdings> ReadAsync(Space space, string person, bool isAlone, CancellationToken cancellationToken)
    {
        var who = new { space = space.Id, person, max = MostShown };
        Person settings = await people.FindAsync(space, person, cancellationToken) ?? Person.Unknown;
        DirectChat? chat = await chats.FindAsync(person, cancellationToken);
        IReadOnlyList<Schedule> followed = await follows.ListAsync(person, cancellationToken);
        Holdings held = await database.ReadAsync(
            async connection => new Holdings(
                settings,
                [.. Own(
                    await connection.QueryAsync<ConversationRow>($"{ConversationRow.Select} ORDER BY channel", new { space = space.Id }), person, isAlone)
                    .Take(MostShown).Select(row => row.ToHeld())],
                [.. (await connection.QueryAsync<OpinionRow>(
                    """
                    SELECT message AS Message, likes AS Likes, given_at AS GivenAt FROM opinion
                    WHERE space_id = @space AND person = @person ORDER BY given_at LIMIT @max
                    """,
                    who)).Select(row => new HeldOpinion(row.Message, row.Likes != 0, Instant.FromStore(row.GivenAt)))],
                [.. (await connection.QueryAsync<ScheduleHead>(
                    """
                    SELECT name AS Name, created_at AS CreatedAt FROM schedule
                    WHERE space_id = @space AND created_by = @person AND removed_at IS NULL
                      AND NOT EXISTS (SELECT 1 FROM follow f WHERE f.schedule_id = schedule.id) ORDER BY created_at LIMIT @max
                    """,
                    who)).Select(row => new HeldSchedule(row.Name, Instant.FromStore(row.CreatedAt)))]),
            cancellationToken);
        return held with
        {
            Follows = [.. followed.Select(Held)],
            Quiet = chat?.Quiet is { } quiet ? new(Clock(quiet.From), Clock(quiet.To), chat.TimeZone) : null,
        };
    }

    /// <summary>
    /// Forgets all of it. Schedules stay, since they are the space's; that the person set them up does not. What they followed is
    /// theirs, wherever it came from, and has ended before.
    /// </summary>
    public Task ForgetAsync(Space space, string person, bool isAlone, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction =>
        {
            var who = new { space = space.Id, person };
            List<ConversationRow> conversations = await transaction.QueryAsync<ConversationRow>(ConversationRow.Select, who);
            await transaction.ExecuteRowsAsync(
                $"""
                DELETE FROM conversation WHERE (space_id, channel) IN (
                  SELECT given.space, given.channel FROM {_dialect.Rows("@rows", "space bigint, channel text")})
                """,
                Own(conversations, person, isAlone).Select(row => new { space = space.Id, channel = row.Channel }));
            await transaction.ExecuteAsync("DELETE FROM opinion WHERE space_id = @space AND person = @person", who);
            await new FollowErasure(transaction).RunAsync(person);
            await transaction.ExecuteAsync("UPDATE schedule SET created_by = 'forgotten' WHERE space_id = @space AND created_by = @person", who);
            return await transaction.ExecuteAsync("DELETE FROM person WHERE space_id = @space AND person = @person", who);
        },
        cancellationToken);

    private static HeldFollow Held(Schedule schedule) => new(
        schedule.Settings.Topic ?? "", [.. schedule.Settings.Times.Select(posting => Clock(posting.Time))], schedule.Settings.Zone, schedule.CreatedAt)
    {
        ScheduleId = schedule.Id,
        Story = schedule.Settings.Story?.ToString(CultureInfo.InvariantCulture),
    };

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    // Databases compare text by rules of their own; people are told apart by every letter.
    private static IEnumerable<ConversationRow> Own(IEnumerable<ConversationRow> conversations, string person, bool isAlone) =>
        conversations.Where(row => isAlone || row.Channel.EndsWith($" {person}", StringComparison.Ordinal));

    private sealed record ConversationRow
    {
        public const string Select = """
            SELECT channel AS Channel, digest_id AS DigestId, questions AS Questions, expires_at AS ExpiresAt FROM conversation
            WHERE space_id = @space
            """;

        public string Channel { get; init; } = "";

        public string? DigestId { get; init; }

        public string Questions { get; init; } = "[]";

        public long ExpiresAt { get; init; }

        public HeldConversation ToHeld() =>
            new(Channel, DigestId, ConversationStore.QuestionsOf(Questions), Instant.FromStore(ExpiresAt));
    }

    private sealed record OpinionRow
    {
        public string Message { get; init; } = "";

        public long Likes { get; init; }

        public long GivenAt { get; init; }
    }

    private sealed record ScheduleHead
    {
        public string Name { get; init; } = "";

        public long CreatedAt { get; init; }
    }
}
