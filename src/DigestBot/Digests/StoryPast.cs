using DigestBot.News;

namespace DigestBot.Digests;

/// <summary>How a story stood when it was composed.</summary>
/// <param name="Day">In UTC; 1 is that of the first article that is known and may be seen.</param>
/// <param name="Articles">Ids of its articles, also from before the window.</param>
/// <param name="Spare">Further sentences for a channel that knows the others, the best first.</param>
internal sealed record StoryPast(int Day, IReadOnlySet<long> Articles, IReadOnlyList<Citation> Spare);
