using Quartz;

namespace DigestBot.Schedules.Engine;

/// <summary>Declares the recurring chores: once for the cluster, and anew where an interval was changed.</summary>
internal sealed class ChoreSchedule(IEnumerable<IChore> chores, SchedulerEngine engine)
{
    private const string Group = "chores";

    public static IJobDetail JobFor(JobKey key) => JobBuilder.Create<ChoreJob>().WithIdentity(key).StoreDurably().Build();

    public async Task DeclareAsync(CancellationToken cancellationToken)
    {
        foreach (IChore chore in chores)
        {
            await engine.UseAsync(
                async scheduler =>
                {
                    await DeclareAsync(scheduler, chore, cancellationToken);
                    return true;
                },
                cancellationToken);
        }
    }

    private static async Task DeclareAsync(IScheduler scheduler, IChore chore, CancellationToken cancellationToken)
    {
        JobKey job = SchedulerEngine.KeyOf(chore.Name);
        if (chore.Interval is not { } interval)
        {
            await scheduler.AddJob(JobFor(job), AddJobOptions.Replacing, cancellationToken);
            return;
        }

        var key = new TriggerKey(chore.Name, Group);
        if (await scheduler.GetTrigger(key, cancellationToken) is ISimpleTrigger declared && declared.RepeatInterval == interval)
        {
            return;
        }

        // What was missed is made up by one run.
        ITrigger trigger = TriggerBuilder.Create(scheduler.TimeProvider)
            .WithIdentity(key)
            .ForJob(job)
            .StartNow()
            .WithSchedule(SimpleScheduleBuilder.Create()
                .WithInterval(interval)
                .RepeatForever()
                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithRemainingCount))
            .Build();
        await scheduler.ScheduleJob(JobFor(job), [trigger], ScheduleJobOptions.Replacing, cancellationToken);
    }
}
