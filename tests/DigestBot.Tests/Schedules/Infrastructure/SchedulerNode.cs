using DigestBot.Chat;
using DigestBot.Hosting;
using DigestBot.Schedules;
using DigestBot.Schedules.Engine;
using DigestBot.Schedules.Time;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Schedules.Infrastructure;

/// <summary>One node on a store that several share: services of its own, and a scheduler that runs when it is told to.</summary>
internal sealed class SchedulerNode : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly SchedulerWorker _worker;

    public SchedulerNode(string provider, string connection, TimeProvider clock, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Store:Provider"] = provider,
                ["Store:ConnectionString"] = connection,
                ["Schedules:LookInterval"] = "00:00:05",
            })
            .AddInMemoryCollection(settings)
            .Build();
        IServiceCollection services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration).AddLogging().AddDigestBot(clock).AddBotWorkers(configuration);
        _services = services.BuildServiceProvider();
        _worker = _services.GetServices<IHostedService>().OfType<SchedulerWorker>().Single();
    }

    /// <summary>A node on the store of a bot, with its clock.</summary>
    public static SchedulerNode On(TestBot bot, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        StoreOptions store = bot.Get<IOptions<StoreOptions>>().Value;
        return new SchedulerNode(store.Provider.ToString(), store.ConnectionString, bot.Clock, settings);
    }

    /// <summary>Same, and its scheduler runs.</summary>
    public static async Task<SchedulerNode> StartAsync(TestBot bot, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        SchedulerNode node = On(bot, settings);
        await node.StartAsync();
        return node;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task StartAsync() => _worker.StartAsync(TestContext.Current.CancellationToken);

    public Task StopAsync() => _worker.StopAsync(TestContext.Current.CancellationToken);

    /// <summary>Enters a schedule as the terminal's space would, with its alarm in the same transaction.</summary>
    public async Task<Schedule> AddAsync(ScheduleSettings settings)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        Space space = await Get<SpaceStore>().GetOrAddAsync(Space.LocalKey, cancellationToken);
        Schedule added = await Get<Database>().InTransactionAsync(
            transaction => AddAsync(transaction, space, settings), cancellationToken);
        Get<ITimetable>().Changed();
        return added;
    }

    public async Task<Schedule> AddAsync(StoreTransaction transaction, Space space, ScheduleSettings settings)
    {
        DateTimeOffset now = Get<TimeProvider>().GetUtcNow();
        Channel channel = await Get<ChannelStore>().GetOrAddAsync(transaction, space, new ChannelRef(ChatPlatform.Console, "tests"));
        DateTimeOffset? next = SlotCalendar.Next(settings, now)?.Due;
        Schedule added = (await Get<ScheduleStore>().AddAsync(
            transaction, new NewSchedule(space, channel, settings, "console:tests", "console:tests", now, next, NextNumber: settings.Times.Count)))!;
        await Get<ITimetable>().SetAsync(
            transaction, new ScheduleAlarm(added.Id, added.NextDue, Revision: 0), TestContext.Current.CancellationToken);
        return added;
    }

    /// <summary>The slots of a schedule that are in the ledger, the oldest first.</summary>
    public async Task<IReadOnlyList<Occurrence>> LedgerAsync(Schedule schedule) =>
        [.. (await Get<OccurrenceStore>().HistoryAsync(schedule.Id, 2_000, null, TestContext.Current.CancellationToken)).Reverse()];

    public async ValueTask DisposeAsync()
    {
        // A job that found the store away waits by the clock before it tries again, and the scheduler waits for the job.
        Task stopped = StopAsync();
        await Eventually.TrueAsync(
            () =>
            {
                if (!stopped.IsCompleted && Get<TimeProvider>() is FakeTimeProvider clock)
                {
                    clock.Advance(TimeSpan.FromSeconds(1));
                }

                return Task.FromResult(stopped.IsCompleted);
            },
            "the scheduler has stopped");
        await stopped;
        await _services.DisposeAsync();
    }
}
