using System.Globalization;
using DigestBot.Store.Ledger;
using Quartz;

namespace DigestBot.Schedules.Engine;

/// <summary>The trigger that stands for a schedule's alarm: one shot, and fired however late.</summary>
internal static class AlarmTrigger
{
    public const string Group = "schedules";

    public static TriggerKey Key(long scheduleId) => new(scheduleId.ToString(CultureInfo.InvariantCulture), Group);

    /// <summary>The schedule that a trigger belongs to; null for a trigger that is none of ours.</summary>
    public static long? ScheduleOf(TriggerKey key) =>
        long.TryParse(key.Name, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : null;

    /// <summary>Sets, moves or removes the trigger. May be called while the job runs that the trigger itself woke.</summary>
    public static async Task SetAsync(IScheduler scheduler, ScheduleAlarm alarm, CancellationToken cancellationToken)
    {
        if (alarm.NextDue is not { } due)
        {
            await scheduler.UnscheduleJob(Key(alarm.ScheduleId), cancellationToken);
            return;
        }

        // The scheduler's own idea of what is too late is switched off: the ledger decides that.
        ITrigger trigger = TriggerBuilder.Create(scheduler.TimeProvider)
            .WithIdentity(Key(alarm.ScheduleId))
            .ForJob(SchedulerEngine.KeyOf(OpenSlots.ChoreName))
            .StartAt(due)
            .WithSchedule(SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires))
            .Build();
        await scheduler.ScheduleJob(trigger, ScheduleJobOptions.Replacing, cancellationToken);
    }
}
