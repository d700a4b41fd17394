using DigestBot.Store.Ledger;

namespace DigestBot.Commands.Follows;

/// <summary>A story that somebody asks to follow, as they see it.</summary>
/// <param name="Id">As it is called now.</param>
/// <param name="Headline">Of one of its articles, unchanged; never kept.</param>
/// <param name="Trace">Its articles.</param>
/// <param name="DigestId">The digest in which they were shown it; null where it was none.</param>
/// <param name="Since">When that was.</param>
internal sealed record WantedStory(long Id, string Headline, StoryTrace Trace, string? DigestId, DateTimeOffset Since);
