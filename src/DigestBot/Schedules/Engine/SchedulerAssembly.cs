using DigestBot.Delivery;
using DigestBot.Store;
using Microsoft.Extensions.Options;
using Quartz;

namespace DigestBot.Schedules.Engine;

/// <summary>Puts the scheduler together: in memory beside SQLite, clustered in the tables of PostgreSQL.</summary>
internal sealed class SchedulerAssembly(
    IServiceProvider services,
    IOptions<StoreOptions> store,
    IOptions<ScheduleOptions> options,
    Database database,
    NodeName node,
    TimeProvider clock,
    ILoggerFactory logging)
{
    // Chores wait for the database most of the time; two of the four are the ones that alarms depend on.
    private const int Threads = 4;

    // A pool of its own, so that a rush of ours never keeps a node from telling the others that it lives. The scheduler uses
    // one connection for each thread, and three for its loop, its check-in and its search for what was missed.
    private const int Connections = Threads + 4;

    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(5);

    public StandaloneSchedulerFactory Build() => QuartzSchedulerBuilder.Create(Configure).Build();

    private void Configure(IQuartzBuilder quartz)
    {
        quartz.Services.AddLogging(builder => builder.AddProvider(new ForwardedLogs(logging, database, clock)));
        quartz.UseTimeProvider(clock);
        quartz.UseJobFactory(new ChoreJobFactory(services));
        quartz.UseDefaultThreadPool(Threads);
        quartz.ConfigureScheduler(scheduler =>
        {
            scheduler.InstanceName = "DigestBot";
            scheduler.InstanceId = node.Value;
            scheduler.IdleWaitTime = options.Value.LookInterval < LongestIdle ? options.Value.LookInterval : LongestIdle;
            scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            scheduler.PropagateTraceContext = false;
        });
        if (store.Value.Provider == StoreProvider.Postgresql)
        {
            quartz.UsePersistentStore(ConfigureStore);
        }
        else
        {
            quartz.UseInMemoryStore();
        }
    }

    private void ConfigureStore(IPersistentStoreBuilder tables)
    {
        tables.UsePostgres($"{store.Value.ConnectionString};Application Name=DigestBot scheduler;Maximum Pool Size={Connections}");
        tables.UseSystemTextJsonSerializer();
        tables.ProvisionSchema();
        tables.UseClustering(cluster =>
        {
            cluster.CheckinInterval = options.Value.CheckInInterval;
            cluster.CheckinMisfireThreshold = options.Value.CheckInInterval * 2;
        });
        tables.ConfigureStore(configured =>
        {
            configured.AcceptEnlistedTransactions = true;
            configured.StoreJobDataAsStrings = true;
            configured.MisfireHandlerFrequency = options.Value.LookInterval;
            configured.DbRetryInterval = options.Value.CheckInInterval;
            configured.UseBackgroundThreads = true; // where its end is not waited for, they must not keep the process alive
        });
    }
}
