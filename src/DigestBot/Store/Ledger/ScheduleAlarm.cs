namespace DigestBot.Store.Ledger;

/// <summary>When a schedule wants to be woken; null for not at all, because it was removed or has no further slot.</summary>
internal sealed record ScheduleAlarm(long ScheduleId, DateTimeOffset? NextDue, long Revision);
