namespace DigestBot.Store.Ledger;

/// <summary>A slot about to enter the ledger.</summary>
/// <param name="ScheduleId">Its schedule.</param>
/// <param name="Slot">Unique in the schedule for ever: <c>2026-11-23/0</c>, or <c>now/2026-11-23T10:00:00.000Z</c> for one asked for by hand.</param>
/// <param name="Due">When it was to be posted.</param>
/// <param name="Late">True when it was missed and is caught up.</param>
/// <param name="Skipped">Why it is not posted at all; null when it is.</param>
internal sealed record NewOccurrence(long ScheduleId, string Slot, DateTimeOffset Due, bool Late, SkipReason? Skipped);
