namespace DigestBot.Store.Ledger;

/// <summary>A message that this worker sends until its lease ends.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Token">Fencing token: writes with an older one are refused.</param>
/// <param name="Key">Unique for ever.</param>
/// <param name="OccurrenceId">The slot that it belongs to; null for a notice.</param>
/// <param name="Channel">Where it goes.</param>
/// <param name="Part">From 1.</param>
/// <param name="Parts">Of so many.</param>
/// <param name="Body">As the adapter laid it out.</param>
/// <param name="MentionRole">The one role that it may mention.</param>
/// <param name="Attempts">Requests begun so far.</param>
/// <param name="UnsureSince">When the first request began whose result is still not known; null when all results are known.</param>
/// <param name="FirstMessageId">The platform's id of part 1, for parts that follow it.</param>
/// <param name="DepartAt">When the platform's budget lets it go.</param>
/// <param name="GiveUpAt">No attempt begins after this.</param>
/// <param name="Due">When its slot was to be posted; null for a notice.</param>
internal sealed record TakenPost(
    long Id,
    long Token,
    string Key,
    long? OccurrenceId,
    Channel Channel,
    int Part,
    int Parts,
    string Body,
    string? MentionRole,
    int Attempts,
    DateTimeOffset? UnsureSince,
    string? FirstMessageId,
    DateTimeOffset DepartAt,
    DateTimeOffset GiveUpAt,
    DateTimeOffset? Due)
{
    /// <summary>The quiet hours of its schedule, and the zone in which they are read; null where there are none.</summary>
    public (QuietHours Hours, string Zone)? Quiet { get; init; }

    /// <summary>Whether the instant lies in the quiet hours of its schedule; a zone that is unknown here has none.</summary>
    public bool IsQuietAt(DateTimeOffset instant) => Quiet is { } quiet
        && TimeZoneInfo.TryFindSystemTimeZoneById(quiet.Zone, out TimeZoneInfo? zone)
        && quiet.Hours.Contains(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime));

    /// <summary>When nothing is sent to whoever reads there, and the zone in which that is read; null where they have not said so.</summary>
    public (QuietHours Hours, string Zone)? Rest { get; init; }

    /// <summary>When whoever reads there may be written to again; null where they may at this instant.</summary>
    public DateTimeOffset? RestsUntil(DateTimeOffset instant) =>
        Rest is { } rest && TimeZoneInfo.TryFindSystemTimeZoneById(rest.Zone, out TimeZoneInfo? zone) ? rest.Hours.EndAfter(instant, zone) : null;
}
