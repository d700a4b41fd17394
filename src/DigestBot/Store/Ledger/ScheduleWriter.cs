using System.Text.Json;
using Dapper;

namespace DigestBot.Store.Ledger;

/// <summary>Statements that write a whole schedule.</summary>
internal static class ScheduleWriter
{
    public const string Insert = """
        INSERT INTO schedule (
          space_id, channel_id, name, name_key, topic, times, days, zone, stories, if_empty, catch_up, quiet, mention_role,
          paused, skip_next, origin, created_by, created_at, opened_until, next_due, covered_until, next_number, revision, story_id)
        VALUES (
          @space, @channel, @name, @nameKey, @topic, @times, @days, @zone, @stories, @ifEmpty, @catchUp, @quiet, @mentionRole,
          0, 0, @origin, @createdBy, @createdAt, @openedUntil, @nextDue, @coveredUntil, @nextNumber, @revision, @story)
        ON CONFLICT DO NOTHING RETURNING id
        """;

    public const string Update = """
        UPDATE schedule SET
          channel_id = @channel, name = @name, name_key = @nameKey, topic = @topic, times = @times, days = @days, zone = @zone,
          stories = @stories, if_empty = @ifEmpty, catch_up = @catchUp, quiet = @quiet, mention_role = @mentionRole,
          paused = @paused, skip_next = @skipNext, opened_until = @openedUntil, next_due = @nextDue,
          covered_until = @coveredUntil, next_number = @nextNumber, revision = @revision, story_id = @story
        WHERE id = @id AND removed_at IS NULL
        """;

    public static DynamicParameters Parameters(NewSchedule schedule, string nameKey, DateTimeOffset now, long revision)
    {
        DynamicParameters parameters = Of(schedule.Settings, nameKey, revision);
        parameters.AddDynamicParams(new
        {
            space = schedule.Space.Id,
            channel = schedule.Channel.Id,
            origin = schedule.Origin,
            createdBy = schedule.CreatedBy,
            createdAt = now.ToStore(),
            openedUntil = schedule.OpenedUntil.ToStore(),
            nextDue = schedule.NextDue.ToStore(),
            coveredUntil = schedule.CoveredUntil.ToStore(),
            nextNumber = (long)schedule.NextNumber,
        });
        return parameters;
    }

    public static DynamicParameters Parameters(Schedule schedule, string nameKey, long revision)
    {
        DynamicParameters parameters = Of(schedule.Settings, nameKey, revision);
        parameters.AddDynamicParams(new
        {
            id = schedule.Id,
            channel = schedule.Channel.Id,
            paused = schedule.Paused ? 1L : 0,
            skipNext = schedule.SkipNext ? 1L : 0,
            openedUntil = schedule.OpenedUntil.ToStore(),
            nextDue = schedule.NextDue.ToStore(),
            nextNumber = (long)schedule.NextNumber,
            coveredUntil = schedule.CoveredUntil.ToStore(),
        });
        return parameters;
    }

    private static DynamicParameters Of(ScheduleSettings settings, string nameKey, long revision) => new(new
    {
        name = settings.Name,
        nameKey,
        topic = settings.Topic,
        times = JsonSerializer.Serialize(settings.Times),
        days = (long)settings.Days,
        zone = settings.Zone,
        stories = (long?)settings.Stories,
        ifEmpty = settings.IfEmpty.ToString(),
        catchUp = (long)settings.CatchUp.TotalMilliseconds,
        quiet = settings.Quiet is null ? null : JsonSerializer.Serialize(settings.Quiet),
        mentionRole = settings.MentionRole,
        story = settings.Story,
        revision,
    });
}
