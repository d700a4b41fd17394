namespace DigestBot.Store.Ledger;

/// <summary>One slot in the ledger.</summary>
internal sealed record Occurrence(
    long Id,
    long ScheduleId,
    string Slot,
    DateTimeOffset Due,
    OccurrenceState State,
    SkipReason? Skipped,
    string? Problem,
    bool Late,
    string? ClaimedBy,
    DateTimeOffset? ComposedAt,
    string? DigestId,
    int Parts,
    int Delivered,
    DateTimeOffset? FinishedAt);
