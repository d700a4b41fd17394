using DigestBot.Chat;
using DigestBot.Store.Ledger;

namespace DigestBot.Commands.Schedules;

/// <summary>What somebody wants of a schedule, understood; null is what was not said.</summary>
internal sealed record ScheduleWishes
{
    public string? Name { get; init; }

    /// <summary>A null topic is everything.</summary>
    public Given<string?>? Topic { get; init; }

    /// <summary>At least one, ascending, each once.</summary>
    public IReadOnlyList<TimeOnly>? Times { get; init; }

    public Weekdays? Days { get; init; }

    public string? Zone { get; init; }

    public Given<int?>? Stories { get; init; }

    public IfEmpty? IfEmpty { get; init; }

    public TimeSpan? CatchUp { get; init; }

    public Given<QuietHours?>? Quiet { get; init; }

    public Given<string?>? MentionRole { get; init; }

    public ChannelRef? Channel { get; init; }

    public bool IsEmpty => this == new ScheduleWishes();

    /// <summary>The settings with these wishes fulfilled; numbers of new times are for the manager to work out.</summary>
    public ScheduleSettings ApplyTo(ScheduleSettings settings) => settings with
    {
        Name = Name ?? settings.Name,
        Topic = Topic is { } topic ? topic.Value : settings.Topic,
        Times = Times is { } times ? [.. times.Select((time, number) => new PostingTime(number, time))] : settings.Times,
        Days = Days ?? settings.Days,
        Zone = Zone ?? settings.Zone,
        Stories = Stories is { } stories ? stories.Value : settings.Stories,
        IfEmpty = IfEmpty ?? settings.IfEmpty,
        CatchUp = CatchUp ?? settings.CatchUp,
        Quiet = Quiet is { } quiet ? quiet.Value : settings.Quiet,
        MentionRole = MentionRole is { } role ? role.Value : settings.MentionRole,
        Story = Topic is null ? settings.Story : null,
    };
}
