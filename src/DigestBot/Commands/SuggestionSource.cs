namespace DigestBot.Commands;

/// <summary>Where suggestions for a parameter come from while it is typed.</summary>
internal enum SuggestionSource
{
    None,
    Topics,
    Times,
    Days,
    Zones,
    Windows,
    CatchUps,
    QuietHours,
    Schedules,
    Sources,
    Stories,
    Follows,
}
