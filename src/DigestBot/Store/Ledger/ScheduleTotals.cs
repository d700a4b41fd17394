namespace DigestBot.Store.Ledger;

/// <summary>How many schedules there are, and how many of them are paused.</summary>
internal sealed record ScheduleTotals(int Schedules, int Paused);
