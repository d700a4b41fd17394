namespace DigestBot.Store.Ledger;

/// <summary>A slot with the name of its schedule.</summary>
internal sealed record RecentOccurrence(string Schedule, Occurrence Occurrence);
