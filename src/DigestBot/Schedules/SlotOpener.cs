namespace DigestBot.Schedules;

/// <summary>Enters slots into the ledger when they are due, and decides what was missed.</summary>
internal sealed class SlotOpener
{
    /// <summary>Opens every slot of every schedule that is due by now.</summary>
    /// <returns>How many slots became due, skipped ones left out.</returns>
    public Task<int> OpenDueAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}
