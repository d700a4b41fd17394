using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Running;

/// <summary>Brings the slots of one edition into the outbox, a batch at a time; one that fails is written apart from the others.</summary>
internal sealed partial class EditionPoster(SlotPrinter printer, SlotWriter writer, TimeProvider clock, ILogger<EditionPoster> logger)
{
    // Each round somebody else has written something, so this many can only be a bug.
    private const int MostRounds = 10;

    public async Task PostAsync(Edition edition, IReadOnlyList<SlotOrder> orders, CancellationToken cancellationToken)
    {
        try
        {
            await PostTogetherAsync(edition, orders, cancellationToken);
        }
        catch (Exception exception) when (orders.Count > 1 && !cancellationToken.IsCancellationRequested)
        {
            LogTogetherFailed(exception, orders.Count);
            foreach (SlotOrder order in orders)
            {
                await PostAsync(edition, [order], cancellationToken);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception, orders[0].Slot.Schedule.Id, orders[0].Slot.Slot);
            await FailAsync([.. orders.Select(order => order.Slot)], exception, cancellationToken);
        }
    }

    /// <summary>Writes that something went wrong; throws when the store is away, and then nothing was written.</summary>
    public Task FailAsync(IEnumerable<TakenOccurrence> slots, Exception exception, CancellationToken cancellationToken) => EndAsync(
        [.. slots.Select(slot => PreparedSlot.Ended(slot, SlotFailure.After(slot, exception, clock.GetUtcNow())))], cancellationToken);

    /// <summary>Writes slots that are not posted, but for those that somebody else took meanwhile.</summary>
    public async Task EndAsync(IReadOnlyList<PreparedSlot> slots, CancellationToken cancellationToken)
    {
        while (await writer.WriteAsync(slots, cancellationToken) is { IsAll: false, Lost: var lost })
        {
            slots = [.. slots.Where(slot => !lost.Contains(slot.Slot.Id))];
        }
    }

    private async Task PostTogetherAsync(Edition edition, IReadOnlyList<SlotOrder> orders, CancellationToken cancellationToken)
    {
        for (int round = 0; orders.Count > 0; round++)
        {
            if (round == MostRounds)
            {
                throw new InvalidOperationException($"{orders.Count} slots could not be written in {MostRounds} rounds.");
            }

            IReadOnlyList<PreparedSlot> prepared = await printer.PrintAsync(edition, orders, cancellationToken);
            Written written = await writer.WriteAsync(prepared, cancellationToken);
            if (written.IsAll)
            {
                return;
            }

            orders = [.. orders.Where(order => !written.Lost.Contains(order.Slot.Id))];
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Slots} slots could not be queued together; each is tried by itself")]
    private partial void LogTogetherFailed(Exception exception, int slots);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slot {Slot} of schedule {Schedule} could not be queued")]
    private partial void LogFailed(Exception exception, long schedule, string slot);
}
