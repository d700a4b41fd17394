using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Running;

/// <summary>What somebody knew of a story before its follow brought anything.</summary>
/// <param name="Trace">Its articles.</param>
/// <param name="SpaceId">Where they were shown it.</param>
/// <param name="DigestId">In which digest; null where it was none.</param>
internal sealed record StoryBeginning(StoryTrace Trace, long SpaceId, string? DigestId);
