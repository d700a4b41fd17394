using DigestBot.Store.Ledger;

namespace DigestBot.Schedules;

/// <summary>What became of a wish to change a schedule: exactly one of the cases below.</summary>
internal abstract record ScheduleChange
{
    private ScheduleChange()
    {
    }

    /// <summary>As it is now.</summary>
    public sealed record Done(Schedule Schedule) : ScheduleChange;

    /// <summary>The space has another schedule of this name.</summary>
    public sealed record NameTaken(string Name) : ScheduleChange;

    /// <summary>The space has as many schedules as it may have.</summary>
    public sealed record TooManySchedules(int Limit) : ScheduleChange;

    /// <summary>The schedules of the space ask for as many different topics as they may.</summary>
    public sealed record TooManyTopics(int Limit) : ScheduleChange;

    /// <summary>It was removed meanwhile.</summary>
    public sealed record Gone : ScheduleChange;
}
