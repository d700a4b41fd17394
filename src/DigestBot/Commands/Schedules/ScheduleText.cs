namespace DigestBot.Commands.Schedules;

/// <summary>What was typed behind <c>schedule add</c> or <c>schedule edit</c>, taken apart and not yet understood.</summary>
/// <param name="Which">The schedule to edit; null when one is added.</param>
/// <param name="Values">What was said, by <see cref="ScheduleParameter"/>.</param>
/// <param name="Repeated">A parameter that was given twice where only one value makes sense; null when there is none.</param>
internal sealed record ScheduleText(string? Which, IReadOnlyDictionary<string, string> Values, string? Repeated);
