using DigestBot.Delivery;
using DigestBot.Schedules.Running;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Schedules;

/// <summary>Composes due slots and hands them to the outbox: once for all channels that want the same.</summary>
internal sealed partial class SlotRunner(
    OccurrenceStore occurrences,
    SlotTriage triage,
    EditionComposer editions,
    SlotPoster poster,
    NodeName node,
    IOptions<ScheduleOptions> options,
    TimeProvider clock,
    ILogger<SlotRunner> logger)
{
    /// <summary>So many slots are held at once, however many are due.</summary>
    public const int MostTaken = 200;

    // Small enough that a transaction is short, large enough that its end costs little for each slot.
    private const int MostWritten = 50;

    /// <summary>Takes slots that are due and brings each to its next state.</summary>
    /// <returns>How many were taken.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset until = clock.GetUtcNow() + options.Value.Lease;
        IReadOnlyList<TakenOccurrence> taken = await occurrences.TakeAsync(MostTaken, until, node.Value, cancellationToken);
        await RunAsync(taken, until, cancellationToken);
        return taken.Count;
    }

    /// <summary>Same, for one slot of the ledger; false when it is not due or somebody else has it.</summary>
    public async Task<bool> RunAsync(long occurrenceId, CancellationToken cancellationToken)
    {
        DateTimeOffset until = clock.GetUtcNow() + options.Value.Lease;
        if (await occurrences.TakeAsync(occurrenceId, until, node.Value, cancellationToken) is not { } taken)
        {
            return false;
        }

        await RunAsync([taken], until, cancellationToken);
        return true;
    }

    private async Task RunAsync(IReadOnlyList<TakenOccurrence> taken, DateTimeOffset until, CancellationToken cancellationToken)
    {
        Dictionary<long, TakenOccurrence> held = taken.ToDictionary(slot => slot.Id);
        try
        {
            (IReadOnlyList<PreparedSlot> ended, IReadOnlyList<SlotOrder> orders) = await triage.SortAsync(taken, cancellationToken);
            await poster.EndAsync(ended, cancellationToken);
            Forget(held, ended.Select(slot => slot.Slot));

            // Slots that want the same stand beside each other, so that a batch has few editions; the oldest begin.
            foreach (SlotOrder[] batch in orders.GroupBy(order => order.Wanted).SelectMany(same => same).Chunk(MostWritten))
            {
                await poster.PostAsync(await ServeAsync(batch, cancellationToken), cancellationToken);
                Forget(held, batch.Select(order => order.Slot));

                // What is begun when the lease is nearly over would be done twice.
                if (clock.GetUtcNow() >= until - (options.Value.Lease / 2))
                {
                    return;
                }
            }
        }
        finally
        {
            await ReleaseAsync([.. held.Values]);
        }
    }

    // One edition that cannot be composed must not stop the others, so this catches everything but our own shutdown.
    private async Task<IReadOnlyList<ServedOrder>> ServeAsync(IReadOnlyList<SlotOrder> batch, CancellationToken cancellationToken)
    {
        var served = new List<ServedOrder>();
        foreach (IGrouping<EditionKey, SlotOrder> same in batch.GroupBy(order => order.Wanted))
        {
            SlotOrder first = same.First();
            try
            {
                Edition edition = await editions.ComposeAsync(same.Key, first.Reader.News, cancellationToken);
                served.AddRange(same.Select(order => new ServedOrder(order, edition)));
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                LogNotComposed(exception, same.Count(), first.Slot.Schedule.Id);
                await poster.FailAsync(same.Select(order => order.Slot), exception, cancellationToken);
            }
        }

        return served;
    }

    private static void Forget(Dictionary<long, TakenOccurrence> held, IEnumerable<TakenOccurrence> done)
    {
        foreach (TakenOccurrence slot in done)
        {
            held.Remove(slot.Id);
        }
    }

    // Also when this process is being stopped: others need not wait for the lease to end. If the store is away, they do.
    private async Task ReleaseAsync(IReadOnlyList<TakenOccurrence> slots)
    {
        if (slots.Count == 0)
        {
            return;
        }

        try
        {
            await occurrences.ReleaseAsync(slots, CancellationToken.None);
        }
        catch (StoreException exception)
        {
            LogNotReleased(exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A digest that {Slots} slots wait for could not be composed (schedule {Schedule} and others)")]
    private partial void LogNotComposed(Exception exception, int slots, long schedule);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slots that were taken wait for their lease to end: {Reason}")]
    private partial void LogNotReleased(string reason);
}
