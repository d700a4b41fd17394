namespace DigestBot.Store.Ledger;

/// <summary>Hours of the day in which nothing is posted, in the schedule's zone; may run past midnight.</summary>
/// <param name="From">First quiet instant of the day.</param>
/// <param name="To">First instant that is not quiet any more; never equal to <paramref name="From"/>.</param>
internal sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Midnight inside the hours is no matter: 22:00 to 07:00 contains 23:00 and 06:59.</summary>
    public bool Contains(TimeOnly time) => time.IsBetween(From, To);
}
