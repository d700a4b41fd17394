namespace DigestBot.Store.Ledger;

/// <summary>What people can set of a schedule.</summary>
/// <param name="Name">Unique in its space, whatever the case.</param>
/// <param name="Topic">What the digest is about; null for everything.</param>
/// <param name="Times">When it posts on each of its days: at least one, ascending, each number once.</param>
/// <param name="Days">On which days of the week.</param>
/// <param name="Zone">IANA name of the zone of all its times.</param>
/// <param name="Stories">At most so many; null for the configured number.</param>
/// <param name="IfEmpty">What to do when there is nothing new.</param>
/// <param name="CatchUp">How late a missed slot may still be posted; zero to skip what was missed.</param>
/// <param name="Quiet">When nothing is posted; null for never.</param>
/// <param name="MentionRole">The one role that a post may mention, as the platform names it.</param>
internal sealed record ScheduleSettings(
    string Name,
    string? Topic,
    IReadOnlyList<PostingTime> Times,
    Weekdays Days,
    string Zone,
    int? Stories,
    IfEmpty IfEmpty,
    TimeSpan CatchUp,
    QuietHours? Quiet,
    string? MentionRole)
{
    /// <summary>The story that the digest is about, by the id that it had when somebody followed it; null where it is about the topic.</summary>
    public long? Story { get; init; }
}
