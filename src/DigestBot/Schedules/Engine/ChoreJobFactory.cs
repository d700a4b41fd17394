using Quartz;
using Quartz.Extensibility;

namespace DigestBot.Schedules.Engine;

/// <summary>Finds the chore that a job names.</summary>
/// <remarks>
/// Never throws: the scheduler would take the job out of service for good. A node of an older version gets chores of a newer
/// one that it does not know; it leaves them out, and their next run finds another node.
/// </remarks>
internal sealed partial class ChoreJobFactory(IServiceProvider services) : IJobFactory
{
    private readonly ILogger _logger = services.GetRequiredService<ILogger<ChoreJobFactory>>();

    public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken = default)
    {
        string name = bundle.JobDetail.Key.Name;
        IChore? chore = services.GetServices<IChore>().FirstOrDefault(known => known.Name == name);
        if (chore is null)
        {
            LogUnknown(name);
        }

        IJob job = chore is null ? new NoJob() : new ChoreJob(chore, services.GetRequiredService<ILogger<ChoreJob>>());
        return ValueTask.FromResult(new JobScope(job, null));
    }

    public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The chore {Chore} is not known to this version of DigestBot and was left out")]
    private partial void LogUnknown(string chore);

    /// <summary>Does nothing.</summary>
    private sealed class NoJob : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
