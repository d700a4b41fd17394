namespace DigestBot.Store.Ledger;

/// <summary>What a space has, held against its limits.</summary>
internal sealed record ScheduleCounts(int Schedules, IReadOnlyList<string> Topics);
