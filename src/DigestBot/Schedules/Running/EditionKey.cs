using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Schedules.Running;

/// <summary>What channels must have in common to be served from one composition.</summary>
/// <param name="Outlook">Which sources are seen, and how much of them may be quoted: equal for spaces where that is the same.</param>
/// <param name="Topic">What the digest is about; null for everything.</param>
/// <param name="Words">What the spaces mean by that; null where it is just its words.</param>
/// <param name="Looked">The effective dates that are looked at.</param>
/// <param name="NewsSince">Where the last digest ended.</param>
/// <param name="Stories">How many are shown.</param>
/// <param name="Taste">What people think of the sources, and how much these count.</param>
internal sealed record EditionKey(
    string Outlook, string? Topic, TopicWords? Words, NewsWindow Looked, DateTimeOffset NewsSince, int Stories, SourceTaste Taste)
{
    /// <summary>The one story that it is about; null where it is about the topic.</summary>
    public FollowedStory? Story { get; init; }
}
