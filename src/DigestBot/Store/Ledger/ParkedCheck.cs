namespace DigestBot.Store.Ledger;

/// <summary>When a parked channel is looked at again: soon at first, then ever more seldom, until something arrives there.</summary>
internal static class ParkedCheck
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    // Beyond this many doublings the first wait has passed the longest.
    private const int MostDoublings = 8;

    /// <param name="checks">How often it was looked at since something last arrived.</param>
    public static TimeSpan After(long checks)
    {
        TimeSpan wait = First * (1L << (int)Math.Clamp(checks, 0, MostDoublings));
        return wait < Longest ? wait : Longest;
    }
}
