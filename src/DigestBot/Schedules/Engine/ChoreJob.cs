using DigestBot.Store;
using Quartz;

namespace DigestBot.Schedules.Engine;

/// <summary>One run of a chore. Its name stands in the scheduler's tables, so it stays as it is.</summary>
[DisallowConcurrentExecution]
internal sealed partial class ChoreJob(IChore chore, ILogger<ChoreJob> logger) : IJob
{
    // A run that fails must not end the recurrence, so this catches everything but our own shutdown.
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await chore.RunAsync(cancellationToken);
        }
        catch (StoreException exception)
        {
            LogStoreFailed(chore.Name, exception.Message);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception, chore.Name);
        }
        catch (OperationCanceledException)
        {
            // The host stops; the next run does what this one left.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Chore} waits for the store: {Reason}")]
    private partial void LogStoreFailed(string chore, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Chore} failed; it will run again when next due")]
    private partial void LogFailed(Exception exception, string chore);
}
