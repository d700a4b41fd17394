namespace DigestBot.Schedules;

/// <summary>Composes due slots and hands them to the outbox: once for all channels that want the same.</summary>
internal sealed class SlotRunner
{
    /// <summary>Takes slots that are due and brings each to its next state.</summary>
    /// <returns>How many were taken.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Same, for one slot of the ledger; false when it is not due or somebody else has it.</summary>
    public Task<bool> RunAsync(long occurrenceId, CancellationToken cancellationToken) => throw new NotImplementedException();
}
