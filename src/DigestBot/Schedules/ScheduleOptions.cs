using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DigestBot.Schedules;

/// <summary>How slots are opened and composed. Bound from the "Schedules" section.</summary>
internal sealed record ScheduleOptions
{
    public const string Section = "Schedules";

    /// <summary>Up to here a slot is on time; later it counts as missed, and its schedule says whether it is caught up.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:30:00")]
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a worker holds a slot while it composes; when it dies, another takes over after that.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:30:00")]
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How often missed alarms, changed schedules and expired leases are looked for, should nothing else have told.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan LookInterval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A story that somebody follows ends when nothing new has come on it for so long; none goes on after three days of silence.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "60.00:00:00")]
    public TimeSpan StoryQuiet { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Nodes of a cluster tell each other so often that they live; a dead one is noticed after a few times this.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan CheckInInterval { get; init; } = TimeSpan.FromSeconds(5);
}

[OptionsValidator]
internal sealed partial class ScheduleOptionsValidator : IValidateOptions<ScheduleOptions>;
