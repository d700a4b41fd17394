using DigestBot.Delivery;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Running;

/// <summary>A slot that is to be posted: what it wants, and through whom.</summary>
/// <param name="Slot">As it was taken.</param>
/// <param name="Late">Missed, and caught up.</param>
/// <param name="Wanted">What it is served from.</param>
/// <param name="Adapter">Of its platform.</param>
/// <param name="Reader">Whose news it brings, and in which language.</param>
internal sealed record SlotOrder(TakenOccurrence Slot, bool Late, EditionKey Wanted, IChatAdapter Adapter, SlotReader Reader);
