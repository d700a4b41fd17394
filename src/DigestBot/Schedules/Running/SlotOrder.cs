using DigestBot.Delivery;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Running;

/// <summary>A slot that is to be posted: from which edition, and through whom.</summary>
internal sealed record SlotOrder(TakenOccurrence Slot, bool Late, EditionKey Edition, IChatAdapter Adapter);
