using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Digests;

/// <summary>What several channels want at once.</summary>
/// <param name="Space">One of the spaces, all of which see the same sources and may quote as much of them.</param>
/// <param name="Topic">What was asked for; null for everything.</param>
/// <param name="Words">What the space means by that; null where it is just its words.</param>
/// <param name="Window">Which effective dates are looked at.</param>
/// <param name="NewsSince">
/// Where the last digest ended: a story with articles after that is told by these alone, so that what it was told by
/// before does not crowd them out.
/// </param>
/// <param name="Stories">How many a channel is shown; the draft has more where there are more.</param>
internal sealed record DraftRequest(Space Space, string? Topic, TopicWords? Words, NewsWindow Window, DateTimeOffset NewsSince, int Stories)
{
    /// <summary>The one story that it is about; null where it is about the topic.</summary>
    public FollowedStory? Story { get; init; }

    /// <summary>What people where it is shown think of the sources, and how much these count.</summary>
    public SourceTaste Taste { get; init; } = SourceTaste.None;
}
