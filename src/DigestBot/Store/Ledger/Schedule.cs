namespace DigestBot.Store.Ledger;

/// <summary>What is posted where and when. The truth; the scheduler's triggers are derived from it.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Space">Whose it is, and so what its digests may show.</param>
/// <param name="Channel">Where it posts.</param>
/// <param name="Settings">What people set.</param>
/// <param name="Paused">While true, its slots are skipped, and the ledger says so.</param>
/// <param name="SkipNext">True when the next slot is to be skipped.</param>
/// <param name="Origin">Where it was set up: its managers are told there when the channel cannot be reached.</param>
/// <param name="CreatedBy">Key of the person, for the record.</param>
/// <param name="CreatedAt">Slots before this instant never were.</param>
/// <param name="OpenedUntil">High-water mark: all slots due up to here are in the ledger.</param>
/// <param name="NextDue">First instant after the mark with a slot; null when there is none.</param>
/// <param name="CoveredUntil">Up to where news were looked at for its last digest; null before the first.</param>
/// <param name="NextNumber">Number of the next additional posting time; grows, so that no slot of a removed time is ever named again.</param>
internal sealed record Schedule(
    long Id,
    Space Space,
    Channel Channel,
    ScheduleSettings Settings,
    bool Paused,
    bool SkipNext,
    string Origin,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset OpenedUntil,
    DateTimeOffset? NextDue,
    DateTimeOffset? CoveredUntil,
    int NextNumber);
