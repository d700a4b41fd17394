using DigestBot.Store.Ledger;

namespace DigestBot.Schedules;

/// <summary>What shall become of slots whose time has come.</summary>
/// <param name="Occurrences">One for each slot, in their order, as they enter the ledger.</param>
/// <param name="SkipNextUsed">True when one of them took up the wish to skip the next slot.</param>
internal sealed record DecidedSlots(IReadOnlyList<NewOccurrence> Occurrences, bool SkipNextUsed);
