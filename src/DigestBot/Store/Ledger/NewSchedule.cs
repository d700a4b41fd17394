namespace DigestBot.Store.Ledger;

/// <summary>A schedule about to be stored.</summary>
internal sealed record NewSchedule(
    Space Space,
    Channel Channel,
    ScheduleSettings Settings,
    string Origin,
    string CreatedBy,
    DateTimeOffset OpenedUntil,
    DateTimeOffset? NextDue,
    int NextNumber)
{
    /// <summary>Up to where its news are known already; null where its first digest says what there is.</summary>
    public DateTimeOffset? CoveredUntil { get; init; }
}
