using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DigestBot.Chat;

/// <summary>How much one space and one person may have and ask. The terminal's own space has no limits. Bound from the "Limits" section.</summary>
internal sealed record LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Schedules of one space.</summary>
    [Range(1, 10_000)]
    public int SchedulesPerSpace { get; init; } = 50;

    /// <summary>Sources that one space follows beyond the shared ones.</summary>
    [Range(1, 5_000)]
    public int SourcesPerSpace { get; init; } = 500;

    /// <summary>Topics that one space defines, and different topics that its schedules ask for: each of these is composed for itself.</summary>
    [Range(1, 10_000)]
    public int TopicsPerSpace { get; init; } = 25;

    /// <summary>Topics and stories that one person follows, over all spaces.</summary>
    [Range(1, 200)]
    public int FollowsPerPerson { get; init; } = 20;

    /// <summary>How long after the bot was removed from a space its content is kept, in case it comes back.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan EraseAfterLeaving { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Commands that one person may give in a minute.</summary>
    [Range(1, 1_000)]
    public int CommandsPerMinute { get; init; } = 20;
}

[OptionsValidator]
internal sealed partial class LimitOptionsValidator : IValidateOptions<LimitOptions>;
