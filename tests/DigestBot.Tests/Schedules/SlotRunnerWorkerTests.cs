using DigestBot.Delivery;
using DigestBot.Schedules;
using DigestBot.Schedules.Running;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moq;
using static DigestBot.Tests.Schedules.SlotRunnerSamples;

namespace DigestBot.Tests.Schedules;

/// <summary>Slots are run when the bell rings, when nobody rang, and after an outage of the store.</summary>
public sealed class SlotRunnerWorkerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ring_runs_what_is_due_and_a_missed_ring_costs_only_a_wait()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        await town.PublishAsync(town.Bot.Operator, "Town Post", "Alpha");
        Schedule first = await town.ScheduleAsync("discord:1", "11");
        Schedule second = await town.ScheduleAsync("discord:1", "12", Settings with { Name = "Second" });
        using SlotWorker worker = Worker(town, Mock.Of<ILogger<SlotWorker>>());
        await worker.StartAsync(Cancel);

        await town.OpenAsync(first);
        town.Bot.Get<SlotBell>().Ring();
        await QueuedAsync(town, first);

        await town.OpenAsync(second);
        await Eventually.TrueAsync(
            async () =>
            {
                town.Bot.Clock.Advance(TimeSpan.FromSeconds(15));
                return (await town.LastAsync(second)).State != OccurrenceState.Due;
            },
            "the slot that nobody rang for is run");
        await worker.StopAsync(Cancel);
    }

    [Fact]
    public async Task An_outage_of_the_store_is_logged_once_and_slots_are_run_afterwards()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("postgresql");
        await town.PublishAsync(town.Bot.Operator, "Town Post", "Alpha");
        Schedule schedule = await town.ScheduleAsync("discord:1", "11");
        await town.OpenAsync(schedule);
        await town.ExecuteAsync("ALTER TABLE occurrence RENAME TO away");
        var logger = new Mock<ILogger<SlotWorker>>();
        logger.Setup(log => log.IsEnabled(It.IsAny<LogLevel>())).Returns(true);
        using SlotWorker worker = Worker(town, logger.Object);
        await worker.StartAsync(Cancel);

        await Eventually.TrueAsync(() => Task.FromResult(Logged(logger, LogLevel.Warning) > 0), "the outage is logged");
        for (int i = 0; i < 5; i++)
        {
            town.Bot.Get<SlotBell>().Ring();
            town.Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await town.ExecuteAsync("ALTER TABLE away RENAME TO occurrence");
        town.Bot.Get<SlotBell>().Ring();
        await Eventually.TrueAsync(
            async () =>
            {
                town.Bot.Get<SlotBell>().Ring();
                return (await town.LastAsync(schedule)).State == OccurrenceState.Queued;
            },
            "the slot is run after the outage");
        await worker.StopAsync(Cancel);

        Assert.Equal(1, Logged(logger, LogLevel.Warning));
    }

    private static SlotWorker Worker(SlotRunnerTown town, ILogger<SlotWorker> logger) => new(
        town.Node(), town.Bot.Get<SlotBell>(), town.Bot.Get<IOptions<ScheduleOptions>>(), logger);

    private static Task QueuedAsync(SlotRunnerTown town, Schedule schedule) => Eventually.TrueAsync(
        async () => (await town.LastAsync(schedule)).State == OccurrenceState.Queued, "the slot is queued");

    private static int Logged(Mock<ILogger<SlotWorker>> logger, LogLevel level) => logger.Invocations.Count(
        call => call.Method.Name == nameof(ILogger.Log) && Equals(call.Arguments[0], level));
}
