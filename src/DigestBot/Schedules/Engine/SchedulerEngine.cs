using DigestBot.Store;
using Microsoft.Extensions.Options;
using Quartz;

namespace DigestBot.Schedules.Engine;

/// <summary>The one scheduler of this process: made when it is first needed, started by the host alone.</summary>
/// <remarks>A process that only changes schedules makes it and never starts it: it takes no work and is no node of the cluster.</remarks>
internal sealed partial class SchedulerEngine(
    SchedulerAssembly assembly, Database database, IOptions<StoreOptions> options, TimeProvider clock, ILogger<SchedulerEngine> logger)
    : IAsyncDisposable
{
    // While the store is away the scheduler would go on trying to write down how its last jobs ended. Nothing depends on that.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private StandaloneSchedulerFactory? _factory;
    private IScheduler? _scheduler;

    public bool IsClustered => options.Value.Provider == StoreProvider.Postgresql;

    public bool IsRunning => _scheduler?.Status == SchedulerStatus.Running;

    public static JobKey KeyOf(string chore) => new(chore, "chores");

    /// <exception cref="StoreException">Its tables cannot be reached or made.</exception>
    public async Task<IScheduler> GetAsync(CancellationToken cancellationToken)
    {
        if (_scheduler is { } made)
        {
            return made;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _scheduler ??= await MakeAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Works on the scheduler; what its store reports comes as from the store.</summary>
    /// <exception cref="StoreException">The store cannot do it.</exception>
    public async Task<T> UseAsync<T>(Func<IScheduler, Task<T>> work, CancellationToken cancellationToken)
    {
        IScheduler scheduler = await GetAsync(cancellationToken);
        return await ExplainedAsync(() => work(scheduler));
    }

    public Task StartAsync(CancellationToken cancellationToken) => UseAsync(
        async scheduler =>
        {
            await scheduler.Start(cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>Takes no more work, tells what runs to stop, and waits for it for a while.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_scheduler is not { Status: not SchedulerStatus.Shutdown } scheduler)
        {
            return;
        }

        using var patience = new CancellationTokenSource(LongestEnd, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            // Not all that it waits for heeds the token, and a store that is away must not keep the process.
            await scheduler.Shutdown(waitForJobsToComplete: true, either.Token).AsTask().WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // What still runs finds the store as any other process that was killed leaves it.
        }
    }

    /// <summary>Has a chore run soon, if this process runs the scheduler.</summary>
    public void Wake(string chore)
    {
        if (_scheduler is { Status: SchedulerStatus.Running } scheduler)
        {
            _ = WakeAsync(scheduler, chore);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_factory is { } factory)
        {
            await factory.DisposeAsync();
        }

        _gate.Dispose();
    }

    private async Task<IScheduler> MakeAsync(CancellationToken cancellationToken)
    {
        IScheduler? made = null;
        if (IsClustered)
        {
            await database.ExclusivelyAsync("quartz", async () => made = await ExplainedAsync(() => BuildAsync(cancellationToken)), cancellationToken);
        }

        return made ?? await BuildAsync(cancellationToken);
    }

    private async Task<IScheduler> BuildAsync(CancellationToken cancellationToken)
    {
        StandaloneSchedulerFactory factory = assembly.Build();
        try
        {
            IScheduler scheduler = await factory.GetScheduler(cancellationToken);
            JobKey opener = KeyOf(OpenSlots.ChoreName);
            if (!await scheduler.Exists(opener, cancellationToken))
            {
                await scheduler.AddJob(ChoreSchedule.JobFor(opener), AddJobOptions.Replacing, cancellationToken);
            }

            _factory = factory;
            return scheduler;
        }
        catch
        {
            await factory.DisposeAsync();
            throw;
        }
    }

    private async Task<T> ExplainedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (SchedulerException exception) when (Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    private StoreException? Explain(SchedulerException exception) =>
        StoreErrors.Explain(SchedulerErrors.CauseOf(exception), database.Dialect.Location);

    private async Task WakeAsync(IScheduler scheduler, string chore)
    {
        try
        {
            await scheduler.TriggerJob(KeyOf(chore));
        }
        catch (SchedulerException exception)
        {
            LogNotWoken(chore, exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Chore} was not woken and runs when next due: {Reason}")]
    private partial void LogNotWoken(string chore, string reason);
}
