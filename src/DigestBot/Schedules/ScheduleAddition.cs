using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules;

/// <summary>What happens in the transaction that adds a schedule.</summary>
/// <param name="RefuseAsync">Says whether it may be added; null when it may.</param>
/// <param name="WriteAsync">Writes what belongs to it.</param>
internal sealed record ScheduleAddition(
    Func<StoreTransaction, Task<ScheduleChange?>> RefuseAsync, Func<StoreTransaction, Schedule, Task> WriteAsync)
{
    /// <summary>Up to where its news are known already; null where its first digest says what there is.</summary>
    public DateTimeOffset? CoveredUntil { get; init; }
}
