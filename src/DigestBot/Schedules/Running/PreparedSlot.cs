using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Running;

/// <summary>What is written of a slot, all of it or nothing.</summary>
/// <param name="Slot">As it was taken.</param>
/// <param name="End">What becomes of it.</param>
/// <param name="Copy">What its channel is shown; null when nothing is posted.</param>
/// <param name="Posts">One for each part; none when nothing is posted.</param>
internal sealed record PreparedSlot(TakenOccurrence Slot, OccurrenceEnd End, EditionCopy? Copy, IReadOnlyList<NewPost> Posts)
{
    /// <summary>Said with it, where what somebody follows ends here; null otherwise.</summary>
    public NewPost? Farewell { get; init; }

    public static PreparedSlot Ended(TakenOccurrence slot, OccurrenceEnd end) => new(slot, end, null, []);
}
