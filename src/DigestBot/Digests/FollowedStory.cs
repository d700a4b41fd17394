using DigestBot.Store.Ledger;

namespace DigestBot.Digests;

/// <summary>A story that people follow, as one space may see it. Equal for equal digests.</summary>
/// <param name="StoryId">The stored story; null where that does not say all.</param>
/// <param name="Trace">By what it is known again where there is no such id; nothing where nothing of it may be seen.</param>
internal sealed record FollowedStory(long? StoryId, StoryTrace Trace);
