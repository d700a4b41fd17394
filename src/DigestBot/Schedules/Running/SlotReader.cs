using DigestBot.Store;

namespace DigestBot.Schedules.Running;

/// <summary>Who reads what a slot brings.</summary>
/// <param name="News">The space whose news it brings.</param>
/// <param name="Language">In which it is written; null for that of the schedule's space.</param>
/// <param name="IsKnown">False where more news might be brought, and the platform does not say whether.</param>
internal sealed record SlotReader(Space News, string? Language, bool IsKnown)
{
    /// <summary>How they came to follow one story, where that is what it brings; otherwise null.</summary>
    public StoryBeginning? Story { get; init; }
}
