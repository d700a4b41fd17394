using DigestBot.Chat;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Schedules;

/// <summary>Says whether a space may have one more schedule or topic. The terminal's own space may have what it wants.</summary>
internal sealed class ScheduleLimits(ScheduleStore schedules, IOptions<LimitOptions> options)
{
    /// <summary>Keeps others from adding to the space until the transaction ends.</summary>
    /// <returns>Null when it may.</returns>
    public async Task<ScheduleChange?> RefuseNewAsync(StoreTransaction transaction, Space space, string? topic)
    {
        ScheduleCounts counts = await schedules.CountAsync(transaction, space);
        return space.IsOperator ? null
            : counts.Schedules >= options.Value.SchedulesPerSpace ? new ScheduleChange.TooManySchedules(options.Value.SchedulesPerSpace)
            : IsOneMore(counts, topic) ? new ScheduleChange.TooManyTopics(options.Value.TopicsPerSpace)
            : null;
    }

    /// <summary>Same, for a schedule that changes its topic.</summary>
    public async Task<ScheduleChange?> RefuseTopicAsync(StoreTransaction transaction, Schedule schedule, string? topic)
    {
        if (schedule.Space.IsOperator || topic == schedule.Settings.Topic)
        {
            return null;
        }

        ScheduleCounts others = await schedules.CountAsync(transaction, schedule.Space, schedule.Id);
        return IsOneMore(others, topic) ? new ScheduleChange.TooManyTopics(options.Value.TopicsPerSpace) : null;
    }

    private bool IsOneMore(ScheduleCounts counts, string? topic) =>
        topic is not null && !counts.Topics.Contains(topic, StringComparer.Ordinal) && counts.Topics.Count >= options.Value.TopicsPerSpace;
}
