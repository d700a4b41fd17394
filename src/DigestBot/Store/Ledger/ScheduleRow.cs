using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace DigestBot.Store.Ledger;

/// <summary>A row of <c>schedule</c> as the database gives it.</summary>
internal sealed record ScheduleRow
{
    /// <summary>The columns, with those of the space and the channel that belong to it.</summary>
    public const string Columns = $"""
        s.id AS Id, s.name AS Name, s.topic AS Topic, s.story_id AS Story, s.times AS Times, s.days AS Days, s.zone AS Zone, s.stories AS Stories,
        s.if_empty AS IfEmpty, s.catch_up AS CatchUp, s.quiet AS Quiet, s.mention_role AS MentionRole, s.paused AS Paused,
        s.skip_next AS SkipNext, s.origin AS Origin, s.created_by AS CreatedBy, s.created_at AS CreatedAt,
        s.opened_until AS OpenedUntil, s.next_due AS NextDue, s.covered_until AS CoveredUntil, s.next_number AS NextNumber, s.removed_at AS RemovedAt,
        {ChannelRow.Columns},
        sp.id AS Id, sp.key AS Key, sp.time_zone AS TimeZone, sp.language AS Language, sp.manager_role AS ManagerRole
        """;

    /// <summary>The tables of <see cref="Columns"/>.</summary>
    public const string Tables = "schedule s JOIN channel c ON c.id = s.channel_id JOIN space sp ON sp.id = s.space_id";

    public long Id { get; init; }

    public string Name { get; init; } = "";

    public string? Topic { get; init; }

    public long? Story { get; init; }

    public string Times { get; init; } = "";

    public long Days { get; init; }

    public string Zone { get; init; } = "";

    public long? Stories { get; init; }

    public string IfEmpty { get; init; } = "";

    public long CatchUp { get; init; }

    public string? Quiet { get; init; }

    public string? MentionRole { get; init; }

    public long Paused { get; init; }

    public long SkipNext { get; init; }

    public string Origin { get; init; } = "";

    public string CreatedBy { get; init; } = "";

    public long CreatedAt { get; init; }

    public long OpenedUntil { get; init; }

    public long? NextDue { get; init; }

    public long? CoveredUntil { get; init; }

    public long NextNumber { get; init; }

    public long? RemovedAt { get; init; }

    /// <summary>Schedules of the tables and columns above, under a condition.</summary>
    public static Task<IReadOnlyList<Schedule>> QueryAsync(
        DbConnection connection, DbTransaction? transaction, string condition, object parameters) =>
        QueryAsync(connection, transaction, (_, schedule) => schedule, condition, parameters);

    /// <summary>Same, with what <paramref name="map"/> makes of the row.</summary>
    public static async Task<IReadOnlyList<T>> QueryAsync<T>(
        DbConnection connection, DbTransaction? transaction, Func<ScheduleRow, Schedule, T> map, string condition, object parameters) =>
        (await connection.QueryAsync<ScheduleRow, ChannelRow, Space, T>(
            $"SELECT {Columns} FROM {Tables} WHERE {condition}",
            (row, channel, space) => map(row, row.ToSchedule(space, channel.ToChannel())),
            parameters,
            transaction)).AsList();

    public Schedule ToSchedule(Space space, Channel channel) => new(
        Id,
        space,
        channel,
        new ScheduleSettings(
            Name,
            Topic,
            JsonSerializer.Deserialize<PostingTime[]>(Times) ?? [],
            (Weekdays)Days,
            Zone,
            (int?)Stories,
            Enum.Parse<IfEmpty>(IfEmpty),
            TimeSpan.FromMilliseconds(CatchUp),
            Quiet is null ? null : JsonSerializer.Deserialize<QuietHours>(Quiet),
            MentionRole)
        {
            Story = Story,
        },
        Paused != 0,
        SkipNext != 0,
        Origin,
        CreatedBy,
        Instant.FromStore(CreatedAt),
        Instant.FromStore(OpenedUntil),
        Instant.FromStore(NextDue),
        Instant.FromStore(CoveredUntil),
        (int)NextNumber);
}
