using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Running;

/// <summary>What becomes of a slot after something went wrong with it.</summary>
internal static class SlotFailure
{
    private const int MostAttempts = 5;

    // A slot that takes its worker down with it never comes to an attempt's end. Those beginnings that it shared with others say
    // little; ten more by itself say enough.
    private const int MostBeginnings = OccurrenceStore.BegunInCompany + 10;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(15);

    // A store that could write down that it failed is back already.
    private static readonly TimeSpan StoreDelay = TimeSpan.FromSeconds(5);

    /// <summary>Tried again after 15 seconds, 1, 4 and 16 minutes; soon where the store was away, which is no fault of the slot.</summary>
    public static OccurrenceEnd After(TakenOccurrence slot, Exception exception, DateTimeOffset now)
    {
        string problem = exception is StoreException
            ? exception.Message
            : "It could not be composed because of an error in DigestBot; see the log.";
        return slot.Attempts < MostAttempts || (exception is StoreException && slot.Attempts < MostBeginnings)
            ? new OccurrenceEnd.Again(now + (exception is StoreException ? StoreDelay : Delay(slot.Attempts)), problem)
            : new OccurrenceEnd.Failed(problem);
    }

    /// <summary>Null while it may be tried.</summary>
    public static OccurrenceEnd.Failed? TooOften(TakenOccurrence slot) => slot.Attempts > MostBeginnings
        ? new($"It was begun {MostBeginnings} times and never finished; see the log.")
        : null;

    /// <summary>Tried again as above, so that nobody is told less than they may see; null where that was done often enough.</summary>
    public static OccurrenceEnd.Again? Unanswered(TakenOccurrence slot, DateTimeOffset now) => slot.Attempts < MostAttempts
        ? new(now + Delay(slot.Attempts), "The platform did not say whether this person is still where they asked for the news.")
        : null;

    private static TimeSpan Delay(int attempts) => FirstDelay * Math.Pow(4, Math.Clamp(attempts, 1, MostAttempts - 1) - 1);
}
