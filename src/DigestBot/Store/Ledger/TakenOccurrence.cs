namespace DigestBot.Store.Ledger;

/// <summary>A slot that this worker composes until its lease ends.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Token">Fencing token: writes with an older one are refused.</param>
/// <param name="Attempts">Times it was taken, this one included.</param>
/// <param name="Slot">As in the ledger.</param>
/// <param name="Due">When it was to be posted.</param>
/// <param name="Late">Missed, and caught up.</param>
/// <param name="Schedule">As it is now, or as it was when it was removed.</param>
/// <param name="ScheduleRemoved">True when it has been removed since.</param>
internal sealed record TakenOccurrence(
    long Id, long Token, int Attempts, string Slot, DateTimeOffset Due, bool Late, Schedule Schedule, bool ScheduleRemoved)
{
    /// <summary>Asked for by hand, so it is neither late nor bound to quiet hours and pauses.</summary>
    public bool ByHand => Slot.StartsWith("now/", StringComparison.Ordinal);
}
