namespace DigestBot.Store.Ledger;

/// <summary>How far a slot has come.</summary>
internal enum OccurrenceState
{
    /// <summary>Its time has come; nobody works on it, or whoever did has died.</summary>
    Due,

    /// <summary>Composed, and its parts stand in the outbox.</summary>
    Queued,

    /// <summary>All parts have arrived.</summary>
    Delivered,

    /// <summary>Nothing will be posted, for the reason given.</summary>
    Skipped,

    /// <summary>Given up, for the reason given; some parts may have arrived.</summary>
    Failed,
}
