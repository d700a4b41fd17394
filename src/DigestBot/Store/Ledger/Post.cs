namespace DigestBot.Store.Ledger;

/// <summary>One message of the outbox, as it stands.</summary>
internal sealed record Post(
    long Id,
    string Key,
    int Part,
    int Parts,
    PostState State,
    int Attempts,
    int Unsure,
    DateTimeOffset? NextAttempt,
    string? MessageId,
    IReadOnlyList<TrailEntry> Trail);

/// <summary>What happened to a message, and when.</summary>
internal sealed record TrailEntry(DateTimeOffset At, string Note);
